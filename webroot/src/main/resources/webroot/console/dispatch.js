import { html, nothing } from 'lit';
import { get, path, post } from '../client/api.js';
import { follow, onLive } from '../client/live.js';
import { count, plural, shortId, time } from '../client/words.js';
import { ConsolePage } from '../components/console-page.js';
import { icon } from '../components/icon.js';
import { Loader } from '../components/loader.js';
import { stateBadge } from '../components/state-badge.js';
import { toast } from '../components/toast.js';
import { cityMap, legend } from './dispatch-map.js';
import { stopList } from './stop-list.js';
import '../components/live-map.js';

const LOOK_AGAIN_MILLIS = 3_000;
const OVER = ['completed', 'aborted'];

/** Vans on the map, parcels that wait, and the rounds that bring them. */
class ConsoleDispatch extends ConsolePage {
    static roles = ['dispatcher'];
    static purpose = 'dispatch';
    static properties = {
        ...ConsolePage.properties,
        chosen: { state: true },
        moved: { state: true },
        live: { state: true },
        unassigned: { state: true },
    };

    constructor() {
        super();
        this.moved = {};
        this.unassigned = [];
        const list = (target) => new Loader(this, async () => (await get(target)).items);
        this.depots = list('/api/depots');
        this.centres = list('/api/centres');
        this.vehicles = list('/api/vehicles');
        this.drivers = list('/api/drivers');
        this.waiting = list('/api/rounds/waiting');
        this.rounds = list('/api/rounds');
    }

    opened() {
        [this.depots, this.centres, this.vehicles, this.drivers, this.waiting, this.rounds].forEach((loader) =>
            loader.run(),
        );
        this.stops.push(
            follow('out.vans', (van) => (this.moved = { ...this.moved, [van.vehicle]: van })),
            onLive((live) => (this.live = live)),
        );
        this.every(LOOK_AGAIN_MILLIS, () => this.again());
    }

    again() {
        return Promise.all([this.waiting.run({ quietly: true }), this.rounds.run({ quietly: true })]);
    }

    view() {
        const { points, lines } = cityMap(this);
        const waiting = this.waiting.value?.length ?? 0;
        return html`${this.head(
            'Dispatching',
            html`<span data-test="waiting-count">${
                this.waiting.value
                    ? `${plural(waiting, 'parcel')} waiting`
                    : this.waiting.problem
                      ? 'It is not known how many parcels wait.'
                      : 'Looking for waiting parcels'
            }</span>`,
            html`
                <span class="live-state ${this.live ? 'is-live' : ''}">${this.live ? 'Live' : 'Connecting'}</span>
                <button class="button" data-test="plan" ?disabled=${this.busy}
                    @click=${this.plan}>${icon('route')} Plan rounds</button>`,
        )}
            <div class="map-frame dispatch-map">${this.depots.render({
                what: 'The map',
                skeleton: () => html`<div class="skeleton skeleton-full" aria-hidden="true"></div>`,
                ready: () => html`<live-map .points=${points} .lines=${lines} .chosen=${this.chosen}
                label="Map of ${plural(points.filter(({ kind }) => kind === 'van').length, 'van')}, ${plural(waiting, 'waiting parcel')} and ${plural(this.open.length, 'open round')}; the tables below say the same."
                @choose=${(e) => this.choose(e.detail)}></live-map>`,
            })}</div>
            ${legend()} ${this.leftOut()}
            <div class="split">
                <section>${this.rounds.render({ what: 'The rounds', skeleton: block, ready: (rounds) => this.roundTable(rounds) })}</section>
                <aside class="card detail-pane" aria-label="Round" data-test="detail">${this.round()}</aside>
            </div>
            <section>${this.vehicles.render({ what: 'The vans', skeleton: block, ready: (vehicles) => this.vanTable(vehicles) })}</section>`;
    }

    get open() {
        return (this.rounds.value ?? []).filter(({ state }) => !OVER.includes(state));
    }

    leftOut() {
        return this.unassigned.length === 0
            ? nothing
            : html`<div class="note note-warn" role="status" data-test="unassigned">${icon('alert')}<div>
            <strong>${plural(this.unassigned.length, 'parcel')} in no round</strong>
            <ul class="small">${this.unassigned.map(({ sscc, reason }) => html`<li><span
                class="mono">${sscc}</span>: ${reason}</li>`)}</ul></div></div>`;
    }

    roundTable(rounds) {
        return html`<div class="table-frame" tabindex="0" role="region" aria-label="Rounds"><table class="table">
            <caption class="visually-hidden">Rounds</caption>
            <thead><tr><th scope="col">Round</th><th scope="col">State</th><th scope="col" class="minor">Van</th><th
                scope="col">Stops</th>
                <th scope="col" class="number minor">km</th><th scope="col"><span
                    class="visually-hidden">Actions</span></th></tr></thead>
            <tbody>${rounds.length === 0 ? html`<tr><td colspan="6"
                class="soft table-nothing">No round yet. Plan some when parcels wait.</td></tr>` : nothing}
            ${rounds.map((round) => {
                const done = round.stops.filter(({ state }) => state !== 'open').length;
                return html`<tr class=${round.id === this.chosen ? 'is-chosen' : ''} data-test="round-row"
                    data-key=${round.id}>
                    <th scope="row"><button class="link mono" aria-pressed=${round.id === this.chosen}
                        data-test="choose" @click=${() => this.choose(round.id)}>${shortId(round.id)}</button></th>
                    <td>${stateBadge(round.state, { test: 'round-state' })}</td><td
                        class="nowrap minor">${this.plate(round.vehicle)}</td>
                    <td><span class="inline-label"><progress class="bar" max=${round.stops.length} value=${done}
                        aria-label="Stops done"></progress>${done} of ${round.stops.length}</span></td>
                    <td class="number minor">${count(round.metres / 1000)}</td>
                    <td>${
                        ['planned', 'loading'].includes(round.state)
                            ? html`<button class="button button-quiet button-small" data-test="depart"
                        ?disabled=${this.busy} @click=${() => this.depart(round)}>Depart</button>`
                            : nothing
                    }</td></tr>`;
            })}</tbody></table></div>`;
    }

    round() {
        const round = this.rounds.value?.find(({ id }) => id === this.chosen);
        return round
            ? html`<div class="row row-between"><h2 class="mono">${shortId(round.id)}</h2>${stateBadge(round.state)}</div>
                <p class="small soft">${this.driver(round.driver)}, ${this.plate(round.vehicle)}, planned at ${time(round.plannedAt)}</p>
                ${stopList(round.stops)}`
            : html`<p class="soft detail-hint">Choose a round to see its stops.</p>`;
    }

    vanTable(vehicles) {
        return html`<h2 class="subtitle">Vans</h2><div class="table-frame" tabindex="0" role="region"
            aria-label="Vans"><table class="table">
            <caption class="visually-hidden">Vans</caption>
            <thead><tr><th scope="col">Plate</th><th scope="col">Driver</th><th scope="col" class="minor">Depot</th><th scope="col"
                class="number minor">Room, parcels</th><th scope="col">Last seen</th></tr></thead>
            <tbody>${vehicles.map((van) => {
                const seen = this.moved[van.id] ?? van.last;
                return html`<tr class=${van.id === this.chosen ? 'is-chosen' : ''} data-test="van-row"><th scope="row">
                    <button class="link" aria-pressed=${van.id === this.chosen}
                        @click=${() => this.choose(van.id)}>${van.plate}</button></th>
                    <td>${(this.drivers.value ?? []).find(({ vehicle }) => vehicle === van.id)?.name ?? ''}</td>
                        <td class="minor">${van.depot}</td>
                    <td class="number minor">${van.capacityParcels}</td><td>${seen ? time(seen.at) : 'not yet'}</td></tr>`;
            })}</tbody></table></div>`;
    }

    plate(id) {
        return this.vehicles.value?.find((van) => van.id === id)?.plate ?? id;
    }

    driver(id) {
        return this.drivers.value?.find((driver) => driver.id === id)?.name ?? id;
    }

    /** A row marks its van or round on the map, and the map its row. */
    choose(id) {
        this.chosen = id;
    }

    async plan() {
        const plan = await this.act(() => post('/api/rounds/plan'));
        if (plan) {
            this.unassigned = plan.unassigned;
            this.chosen = plan.rounds[0]?.id ?? this.chosen;
            toast(planned(plan.rounds.length));
            await this.again();
        }
    }

    async depart({ id }) {
        await this.act(() => post(path`/api/rounds/${id}/depart`), `Round ${shortId(id)} is on its way.`);
        await this.again();
    }
}

const planned = (rounds) => (rounds === 0 ? 'No parcel waits for a round.' : `${plural(rounds, 'round')} planned.`);

const block = () => html`<div class="skeleton skeleton-block" aria-hidden="true"></div>`;

customElements.define('console-dispatch', ConsoleDispatch);
