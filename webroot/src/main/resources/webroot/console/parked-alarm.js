import { html, nothing } from 'lit';
import { get, path, post } from '../client/api.js';
import { Problem } from '../client/problem.js';
import { mayAct } from '../client/session.js';
import { ago, count, plural, words } from '../client/words.js';
import { icon } from '../components/icon.js';
import { LightElement } from '../components/light-element.js';
import '../components/data-table.js';

const LOOK_MILLIS = 5_000;

/** Events that a domain keeps refusing: whose, by whom, why, since when; and a way to deliver them again. */
class ParkedAlarm extends LightElement {
    static properties = {
        /** How many events are parked, by the domain that tells them. @type {Map<string, number>} */
        counts: { attribute: false },
        busy: { state: true },
        outcome: { state: true },
    };

    constructor() {
        super();
        this.counts = new Map();
        this.busy = false;
        this.outcome = null;
        this.silent = [];
        this.load = async () => ({ items: await this.lanes() });
    }

    connectedCallback() {
        super.connectedCallback();
        this.timer = setInterval(() => document.visibilityState === 'visible' && this.look(), LOOK_MILLIS);
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        clearInterval(this.timer);
    }

    updated(changed) {
        const known = JSON.stringify([...this.counts]);
        if (changed.has('counts') && known !== this.known) {
            this.known = known;
            this.look();
        }
    }

    async look() {
        await this.querySelector('data-table')?.refresh();
    }

    /** What is parked, of all domains that have anything; one that is away hides nothing of the others. */
    async lanes() {
        const answers = await Promise.all([...this.counts.keys()].map(ask));
        this.silent = answers.filter(({ problem }) => problem);
        return answers.flatMap(({ domain, lanes = [] }) =>
            lanes.map((lane) => ({ ...lane, domain, id: `${lane.event}/${lane.group}` })),
        );
    }

    /** Delivers again what is parked of these domains, or of one lane of a domain. */
    async deliver(domains, wanted = {}) {
        this.busy = true;
        this.outcome = null;
        const answers = await Promise.all(domains.map((domain) => redrive(domain, wanted)));
        this.outcome = {
            delivered: answers.reduce((total, { delivered = 0 }) => total + delivered, 0),
            left: answers.reduce((total, { left = 0 }) => total + left, 0),
            running: answers.some(({ running }) => running),
            problems: answers.flatMap(({ problem }) => problem ?? []),
        };
        await this.look();
        this.busy = false;
    }

    render() {
        const events = [...this.counts.values()].reduce((total, parked) => total + parked, 0);
        return html`${events > 0 ? this.alarm(events) : nothing}
            <div role="status">${this.outcome ? said(this.outcome) : nothing}</div>`;
    }

    alarm(events) {
        const from = [...this.counts.keys()].map(words).join(', ');
        return html`<section aria-labelledby="parked" data-test="parked-alarm">
            <div class="note note-bad" role="alert">${icon('alert')}<div>
                <h2 class="subtitle" id="parked">${plural(events, 'event is', 'events are')} parked</h2>
                <p>News of ${from} that somebody keeps refusing. What follows them about the same thing waits too.</p>
            </div></div>
            ${mayAct(['support']) ? this.table() : html`<p class="soft">Support or an administrator can deliver them again.</p>`}
        </section>`;
    }

    table() {
        return html`${this.silent.map(
            ({ domain, problem }) =>
                html`<p class="note note-warn">${words(domain)} does not say what is parked: ${problem}</p>`,
        )}
            <data-table label="Parked events" rowTest="parked-lane" .columns=${this.columns()} .load=${this.load}
                nothing="Nothing is parked any more."></data-table>
            <button class="button button-small" data-test="deliver-all" ?disabled=${this.busy}
                @click=${() => this.deliver([...this.counts.keys()])}>${icon('refresh')}
                ${this.busy ? 'Delivering' : 'Deliver all again'}</button>`;
    }

    columns() {
        return [
            {
                title: 'Event',
                cell: ({ domain, event }) => html`${words(domain)} <span class="soft small mono">${event}</span>`,
            },
            { title: 'Refused by', cell: ({ group }) => words(group) },
            { title: 'Reason', cell: ({ reason }) => reason },
            { title: 'Since', cell: ({ since }) => html`<span class="nowrap">${ago(since)}</span>` },
            { title: 'Waiting', number: true, cell: ({ following }) => count(following) },
            { title: 'Action', cell: (lane) => this.again(lane) },
        ];
    }

    again({ domain, group, subject, event }) {
        return html`<button class="button button-quiet button-small" data-test="deliver-again" ?disabled=${this.busy}
            @click=${() => this.deliver([domain], { group, subject })}>Deliver again<span
            class="visually-hidden">: ${event} to ${words(group)}</span></button>`;
    }
}

async function ask(domain) {
    return { domain, ...(await orProblem(get(path`/api/operations/${domain}/parked`))) };
}

const redrive = (domain, wanted) => orProblem(post(path`/api/operations/${domain}/parked/redrive`, wanted));

async function orProblem(answer) {
    try {
        return await answer;
    } catch (problem) {
        if (!(problem instanceof Problem)) {
            throw problem;
        }
        return { problem: problem.message };
    }
}

function said({ delivered, left, running, problems }) {
    const good = left === 0 && problems.length === 0;
    const words = [
        `${plural(delivered, 'event')} delivered`,
        left === 0 ? 'none left' : running ? `${count(left)} left, still delivering` : `${count(left)} still refused`,
    ];
    return html`<p class="note ${good ? 'note-good' : 'note-warn'}"
        data-test="parked-outcome">${[words.join(', '), ...problems].join('. ')}.</p>`;
}

customElements.define('parked-alarm', ParkedAlarm);
