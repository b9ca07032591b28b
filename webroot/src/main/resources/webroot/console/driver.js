import { html, nothing } from 'lit';
import { get, path, post } from '../client/api.js';
import { required } from '../client/rules.js';
import { count, plural, shortId, time, words } from '../client/words.js';
import { choices } from '../components/choices.js';
import { ConsolePage } from '../components/console-page.js';
import { Form } from '../components/form.js';
import { icon } from '../components/icon.js';
import { Loader } from '../components/loader.js';
import { stateBadge } from '../components/state-badge.js';
import { stopList } from './stop-list.js';
import './position-sharing.js';
import '../components/live-map.js';

const LOOK_AGAIN_MILLIS = 5_000;
const REASONS = ['not_at_home', 'refused', 'address_not_found', 'no_access', 'damaged'];

/** The driver's round on a phone: one thing at a time, with large buttons. */
class ConsoleDriver extends ConsolePage {
    static roles = ['driver'];
    static purpose = 'drive';
    static properties = { ...ConsolePage.properties, doing: { state: true } };

    constructor() {
        super();
        this.doing = 'deliver';
        this.mine = new Loader(this, () => get('/api/me/round'));
        this.handover = new Form(this, 'handover', { receivedBy: required('who took it') });
        this.failure = new Form(this, 'failure', { reason: required('a reason') }, { reason: REASONS[0] });
    }

    opened() {
        this.mine.run();
        this.every(LOOK_AGAIN_MILLIS, () => this.busy || this.mine.run({ quietly: true }));
    }

    view() {
        return html`<div class="phone stack">${this.head('My round', 'One stop after the other.')}
            ${this.mine.render({
                what: 'Your round',
                skeleton: () => html`<div class="skeleton skeleton-block" aria-hidden="true"></div>`,
                ready: ({ round }) =>
                    round
                        ? this.round(round)
                        : html`<div class="empty" data-test="no-round">${icon('route')}
                    <h2>No round for you now</h2><p>It shows here as soon as the dispatcher has planned one.</p></div>`,
            })}</div>`;
    }

    round(round) {
        const left = round.stops.filter(({ state }) => state === 'open');
        const waits = ['draft', 'planned', 'loading'].includes(round.state);
        return html`<div class="row row-between"><p><strong class="mono">${shortId(round.id)}</strong><br /><span
            class="soft small">${plural(left.length, 'stop')} left,
                ${count(round.metres / 1000)} km in all</span></p>${stateBadge(round.state, { test: 'round-state' })}</div>
            ${waits ? nothing : html`<position-sharing vehicle=${round.vehicle}></position-sharing>`}
            ${
                waits
                    ? html`<button class="button button-wide" data-test="depart" ?disabled=${this.busy}
                        @click=${() => this.depart(round)}>
                ${icon('truck')} Loaded, leave now</button>`
                    : left.length > 0
                      ? this.next(round, left[0])
                      : nothing
            }
            <section class="card"><h2 class="card-title">All stops</h2>${stopList(round.stops)}</section>`;
    }

    next(round, stop) {
        return html`<section class="card next-stop" data-test="next-stop" data-stop=${stop.id}>
            <h2 class="small soft">Next stop, ${time(stop.from)} to ${time(stop.until)}</h2>
            <p class="address-big">${stop.street}<br />${stop.city}</p>
            <p>${stop.recipient} <span class="soft small mono">${stop.sscc}</span></p>
            <p><a class="button button-quiet button-wide" target="_blank" rel="noopener" data-test="navigate"
                href="geo:${stop.position.lat},${stop.position.lon}?q=${encodeURIComponent([stop.street, stop.city].filter(Boolean).join(', '))}">
                ${icon('pin')} Navigate</a></p>
            <div class="map-frame"><live-map label="Map from the depot to ${stop.street ?? stop.city}"
                .points=${[
                    { kind: 'depot', id: 'start', position: round.start, label: 'Depot', named: true },
                    {
                        kind: 'door',
                        id: stop.id,
                        position: stop.position,
                        label: stop.street ?? stop.city,
                        named: true,
                    },
                ]}
                .lines=${[{ id: 'way', positions: [round.start, ...round.stops.map(({ position }) => position)] }]}></live-map></div>
            ${choices(
                'What happened',
                [
                    ['deliver', 'Deliver'],
                    ['fail', 'Cannot deliver'],
                ],
                this.doing,
                (doing) => (this.doing = doing),
            )}
            ${
                this.doing === 'deliver'
                    ? html`<form class="stack" novalidate @submit=${(e) => this.deliver(e, round, stop)}>
                    ${this.handover.errorSummary()} ${this.handover.field('receivedBy', 'Who took it?', { max: 120, placeholder: stop.recipient ?? '' })}
                    <button class="button button-wide" data-test="deliver"
                        ?disabled=${this.busy}>${icon('check')} Delivered</button></form>`
                    : html`<form class="stack" novalidate @submit=${(e) => this.fail(e, round, stop)}>
                    ${this.failure.errorSummary()} ${this.failure.field('reason', 'Why?', { options: REASONS.map((reason) => [reason, words(reason)]) })}
                    <button class="button button-danger button-wide" data-test="fail"
                        ?disabled=${this.busy}>${icon('cross')} Not delivered</button></form>`
            }
        </section>`;
    }

    /** Where the phone is; the proof of delivery claims nothing that was not measured. */
    get here() {
        return this.querySelector('position-sharing')?.position;
    }

    async depart({ id }) {
        this.show(await this.act(() => post(path`/api/rounds/${id}/depart`), 'Drive safely.'));
    }

    async deliver(event, round, stop) {
        event.preventDefault();
        if (this.handover.valid()) {
            const body = { receivedBy: this.handover.values.receivedBy.trim(), position: this.here };
            this.show(
                await this.act(
                    () => post(path`/api/rounds/${round.id}/stops/${stop.id}/deliver`, body),
                    'Delivered.',
                    this.handover,
                ),
            );
        }
    }

    async fail(event, round, stop) {
        event.preventDefault();
        if (this.failure.valid()) {
            const body = { reason: this.failure.values.reason, position: this.here };
            this.show(
                await this.act(
                    () => post(path`/api/rounds/${round.id}/stops/${stop.id}/fail`, body),
                    'Noted. It goes out again.',
                    this.failure,
                ),
            );
        }
    }

    show(round) {
        if (round) {
            this.handover.reset();
            this.doing = 'deliver';
            this.mine.set({ round: round.state === 'completed' ? null : round });
        }
    }
}

customElements.define('console-driver', ConsoleDriver);
