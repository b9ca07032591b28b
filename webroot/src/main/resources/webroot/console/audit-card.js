import { html, nothing } from 'lit';
import { get, post } from '../client/api.js';
import { ago, count, moment, plural } from '../client/words.js';
import { icon } from '../components/icon.js';
import { LightElement } from '../components/light-element.js';
import { Loader } from '../components/loader.js';
import { stateBadge } from '../components/state-badge.js';
import { toast } from '../components/toast.js';

const LOOK_MILLIS = 5_000;
const TONES = { clean: 'good', breaches: 'bad', incomplete: 'warn' };

/** The last audit: when, what was looked at, what does not add up; and a way to ask for one now. */
class AuditCard extends LightElement {
    static properties = { asking: { state: true } };

    constructor() {
        super();
        this.asking = false;
        this.latest = new Loader(this, () => get('/api/audits/latest'));
    }

    connectedCallback() {
        super.connectedCallback();
        this.latest.run();
        this.timer = setInterval(
            () => document.visibilityState === 'visible' && this.latest.run({ quietly: true }),
            LOOK_MILLIS,
        );
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        clearInterval(this.timer);
    }

    async check() {
        this.asking = true;
        try {
            await post('/api/audits');
            await this.latest.run({ quietly: true });
        } catch (problem) {
            toast(problem.message, { bad: true });
        } finally {
            this.asking = false;
        }
    }

    render() {
        return html`<h2 class="subtitle" id="audit">Audit</h2>${this.latest.render({
            what: 'The audit',
            skeleton: () => html`<div class="skeleton skeleton-block" aria-hidden="true"></div>`,
            ready: (latest) => this.ready(latest),
        })}`;
    }

    ready({ runningSince, last }) {
        const busy = this.asking || Boolean(runningSince);
        return html`<article class="card" aria-labelledby="audit" data-test="audit">
            <div class="row row-between"><p role="status">${
                last
                    ? html`${stateBadge(last.verdict, { test: 'audit-verdict', as: TONES[last.verdict] ?? '' })}
                          ${last.verdict === 'breaches' ? plural(last.found, 'breach', 'breaches') : nothing}
                          <span class="soft">${busy ? 'Checking now.' : `Checked ${ago(last.endedAt)}`}</span>`
                    : html`<span class="soft" data-test="audit-none">${busy ? 'Checking now.' : 'Nothing was checked yet.'}</span>`
            }</p>
                <button class="button button-small" data-test="audit-now" ?disabled=${busy}
                    @click=${() => this.check()}>${icon('refresh')} Check now</button></div>
            ${last ? this.details(last) : nothing}
        </article>`;
    }

    details(last) {
        return html`${last.reason ? html`<p class="note note-warn">Not finished: ${last.reason}.</p>` : nothing}
            ${last.breaches.length > 0 ? breaches(last) : nothing}
            <p class="small soft" data-test="audit-checked">${moment(last.startedAt)}: ${last.checked
                .map(({ what, number }) => `${what}: ${count(number)}`)
                .join(', ')}.</p>
            ${last.unsettled.length > 0 ? html`<p class="small soft">Changed too often to be judged: ${last.unsettled.join(', ')}.</p>` : nothing}
            <details class="small soft"><summary>What cannot be checked yet</summary>
                <ul>${last.notYet.map(({ invariant, why }) => html`<li>${invariant}: ${why}</li>`)}</ul></details>`;
    }
}

function breaches({ breaches: all, found }) {
    return html`<div class="table-frame" tabindex="0" role="region" aria-label="Breaches"><table class="table">
        <caption class="visually-hidden">What does not add up</caption>
        <thead><tr><th scope="col">Rule</th><th scope="col">What is wrong</th><th scope="col">Documents</th></tr></thead>
        <tbody>${all.map(
            ({ invariant, sentence, documents }) => html`<tr data-test="breach"><th scope="row">${invariant}</th>
                <td>${sentence}</td>
                <td>${documents.map((name) => html`<span class="small mono">${name}</span><br />`)}</td></tr>`,
        )}</tbody></table></div>
        ${found > all.length ? html`<p class="small soft">The first ${count(all.length)} of ${count(found)}.</p>` : nothing}`;
}

customElements.define('audit-card', AuditCard);
