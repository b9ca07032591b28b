import { html, nothing } from 'lit';
import { follow, onLive } from '../client/live.js';
import { mayAct } from '../client/session.js';
import { ago, count, second, words } from '../client/words.js';
import { STAFF } from '../components/console-areas.js';
import { ConsolePage } from '../components/console-page.js';
import { icon } from '../components/icon.js';
import { sparkLine } from '../components/spark-line.js';
import { stateBadge } from '../components/state-badge.js';
import './audit-card.js';
import './parked-alarm.js';

const KEPT = 60;
const GONE_MILLIS = 5_000;
const PATIENCE_MILLIS = 4_000;
const CIRCUIT_TONES = { closed: 'good', half_open: 'warn', open: 'bad' };

/** All instances of a domain count the same events. */
const parked = (instances) =>
    new Map(
        [...Map.groupBy(instances, ({ domain }) => domain)]
            .map(([domain, all]) => [domain, Math.max(...all.map((one) => one.parked ?? 0))])
            .filter(([, events]) => events > 0),
    );

const sum = (instances, name) => instances.reduce((total, one) => total + (one[name] ?? 0), 0);

/** How the system is, second by second. */
class ConsoleOperations extends ConsolePage {
    static roles = STAFF;
    static properties = { ...ConsolePage.properties, news: { state: true }, live: { state: true } };

    constructor() {
        super();
        this.news = null;
        this.history = new Map();
        this.known = new Map();
    }

    opened() {
        this.since = Date.now();
        this.stops.push(
            follow('out.operations', (news) => this.heard(news)),
            onLive((live) => (this.live = live)),
        );
        this.every(1_000, () => this.requestUpdate());
    }

    heard(news) {
        this.news = news;
        news.instances.forEach((one) => this.known.set(one.instance, one));
        const rates = Map.groupBy(news.instances, ({ domain }) => domain);
        rates.forEach((instances, domain) => {
            this.history.set(
                domain,
                [...(this.history.get(domain) ?? []), sum(instances, 'requestsPerSecond')].slice(-KEPT),
            );
        });
    }

    /** All instances that were ever heard of; one that is in the news no more is down. */
    get instances() {
        const current = new Set(this.news.instances.map(({ instance }) => instance));
        return [...this.known.values()].map((one) =>
            current.has(one.instance) ? one : { ...one, state: 'down', requestsPerSecond: 0, errorsPerSecond: 0 },
        );
    }

    view() {
        return html`${this.head(
            'Operations',
            this.news ? `As of ${second(this.news.at)}` : 'Waiting for the first news.',
            html`
                <span class="live-state ${this.live ? 'is-live' : ''}"
                    data-test="live-state">${this.live ? 'Live' : 'Connecting'}</span>`,
        )}
            ${this.news ? this.full() : this.waiting()}`;
    }

    waiting() {
        if (!this.live && Date.now() - this.since > PATIENCE_MILLIS) {
            return html`<div class="empty" role="alert" data-test="retry">${icon('plug')}
                <h2>No connection</h2><p>The shop does not answer. This page connects again by itself.</p>
                <button class="button" @click=${() => location.reload()}>${icon('refresh')} Try again</button></div>`;
        }
        return html`<div class="board" aria-hidden="true">${Array.from(
            { length: 9 },
            () => html`<div class="skeleton skeleton-block"></div>`,
        )}</div>`;
    }

    full() {
        const { instances } = this;
        const late = Date.now() - new Date(this.news.at).getTime() > GONE_MILLIS;
        const circuits = instances.flatMap((one) => (one.circuits ?? []).filter(({ state }) => state !== 'closed'));
        const down = instances.filter(isDown).length;
        const stuck = parked(this.news.instances);
        return html`${late ? html`<p class="note note-warn"
            role="status">No news since ${second(this.news.at)}.</p>` : nothing}
            <parked-alarm .counts=${stuck}></parked-alarm>
            <dl class="tiles">
                ${tile('Instances', `${instances.length - down} of ${instances.length}`, down > 0 ? `${down} down` : 'all up', 'instances')}
                ${tile('Requests/s', count(sum(instances, 'requestsPerSecond')), '', 'requests')}
                ${tile('Errors/s', count(sum(instances, 'errorsPerSecond')), '', 'errors')}
                ${tile('Slowest p99', `${count(Math.max(0, ...instances.map((one) => one.p99Millis ?? 0)))} ms`, '', 'p99')}
                ${tile('In outboxes', count(sum(instances, 'outboxDepth')), '', 'outbox')}
                ${tile('Parked events', count([...stuck.values()].reduce((total, events) => total + events, 0)), '', 'parked')}
                ${tile('Open circuits', count(circuits.length), circuits.map(({ operation }) => operation).join(', '), 'circuits')}
            </dl>
            <section class="board"
                aria-label="Domains">${[...Map.groupBy(instances, ({ domain }) => domain)].map(([domain, all]) => this.domain(domain, all))}</section>
            ${mayAct(['finance']) ? html`<section><audit-card></audit-card></section>` : nothing}
            <section>${table(instances)}</section>`;
    }

    domain(domain, instances) {
        const up = instances.filter((one) => !isDown(one));
        return html`<article class="card domain-card ${up.length === 0 ? 'is-down' : ''}" data-test="domain"
            data-domain=${domain}>
            <h2>${words(domain)} ${stateBadge(standing(up.length, instances.length), { test: 'domain-state' })}</h2>
            ${sparkLine(this.history.get(domain) ?? [])}
            <dl><dt>Instances</dt><dd>${up.length} of ${instances.length}</dd>
                <dt>Requests/s</dt><dd>${count(sum(up, 'requestsPerSecond'))}</dd>
                <dt>Errors/s</dt><dd>${count(sum(up, 'errorsPerSecond'))}</dd>
                <dt>Outbox</dt><dd>${count(sum(up, 'outboxDepth'))}</dd></dl>
        </article>`;
    }
}

const isDown = ({ state }) => state === 'down' || state === 'unready';
const standing = (up, all) => (up === all ? 'serving' : up > 0 ? 'degraded' : 'down');

function tile(title, value, note, test) {
    return html`<div class="tile"><dt>${title}</dt><dd data-test="tile-${test}">${value}<span
        class="tile-note"> ${note}</span></dd></div>`;
}

function table(instances) {
    return html`<h2 class="subtitle">Instances</h2><div class="table-frame" tabindex="0" role="region"
        aria-label="Instances"><table class="table">
        <caption class="visually-hidden">Instances</caption>
        <thead><tr><th scope="col">Instance</th><th scope="col">State</th><th scope="col"
            class="number">Requests/s</th><th scope="col" class="number minor">Errors/s</th>
            <th scope="col" class="number minor">p99, ms</th><th scope="col" class="number minor">Outbox</th><th
                scope="col">Circuits</th><th scope="col" class="minor">Since</th></tr></thead>
        <tbody>${instances.map(
            (
                one,
            ) => html`<tr data-test="instance-row" data-key=${one.instance}><th scope="row">${words(one.domain)} <span
                class="soft mono">${one.instance}</span></th>
            <td>${stateBadge(one.state)}</td><td class="number">${count(one.requestsPerSecond)}</td><td
                class="number minor">${count(one.errorsPerSecond)}</td>
            <td class="number minor">${count(one.p99Millis ?? 0)}</td><td
                class="number minor">${count(one.outboxDepth ?? 0)}</td>
            <td>${
                (one.circuits ?? []).length === 0
                    ? html`<span class="soft">all closed</span>`
                    : one.circuits.map(
                          ({ operation, state }) =>
                              html`<span
                                  class="small mono">${operation}</span> ${stateBadge(state, { as: CIRCUIT_TONES[state] ?? '' })} `,
                      )
            }</td>
            <td class="minor">${one.startedAt ? ago(one.startedAt) : ''}</td></tr>`,
        )}</tbody></table></div>`;
}

customElements.define('console-operations', ConsoleOperations);
