import { html, nothing } from 'lit';
import { second, time, words } from '../client/words.js';
import { icon } from '../components/icon.js';
import { stateBadge } from '../components/state-badge.js';
import '../components/live-map.js';

const STEPS = [
    ['placed', 'Placed'],
    ['confirmed', 'Confirmed'],
    ['packed', 'Packed'],
    ['shipping', 'On its way'],
    ['delivered', 'Delivered'],
];

const HEADLINES = {
    placed: ['We are working on it', 'Your order has arrived and is being confirmed.'],
    confirmed: ['Your order is confirmed', 'The warehouse picks it next.'],
    shipping: ['It is on its way', 'Follow the van below.'],
    delivered: ['Delivered', 'Enjoy it.'],
    returned: ['Returned', 'Your return has arrived.'],
    cancelled: ['Cancelled', 'Nothing is charged.'],
    refused: ['This order did not go through', 'Nothing was charged.'],
};

export const headline = (order) => HEADLINES[order.state] ?? [words(order.state), ''];

/** How far an order is, as steps. */
export function progress(order) {
    if (['cancelled', 'refused'].includes(order.state)) {
        return nothing;
    }
    const names = STEPS.map(([name]) => name);
    const packed = order.state === 'confirmed' && order.parcels.length > 0;
    const reached = order.state === 'returned' ? names.length - 1 : names.indexOf(packed ? 'packed' : order.state);
    return html`<ol class="steps" aria-label="Progress">
        ${STEPS.map(
            (
                [name, text],
                i,
            ) => html`<li class=${i <= reached ? 'is-done' : ''} aria-current=${i === reached ? 'step' : nothing}
            data-step=${name}><span class="step-dot">${i <= reached ? icon('check') : nothing}</span>${text}
            <span class="visually-hidden">${i <= reached ? ', done' : ', not yet'}</span></li>`,
        )}
    </ol>`;
}

/**
 * Where the van of a parcel is: a map from the depot to the door, and the same in words.
 *
 * @param {string} sscc
 * @param {{position?: any, depot?: any, door?: any, estimated?: string, stopsBefore?: number, at?: string}} [van]
 * @param {any[]} trail where it was since the page is open
 */
export function vanMap(sscc, van, trail) {
    const points = van ? placesOf(sscc, van) : [];
    if (points.length === 0) {
        return html`<p class="soft">The van shows on a map here as soon as it leaves with your parcel.</p>`;
    }
    const said = vanWords(van);
    return html`<p class="eta" aria-live="polite" data-test="eta">${icon('truck')} <strong>${said}</strong></p>
        <div class="map-frame"><live-map label=${`Map with the van. ${said}`} .points=${points}
            .lines=${waysOf(van, trail)}></live-map></div>
        ${
            van.position
                ? html`<p class="small soft"
            data-test="map-text">The van was last seen at ${van.position.lat.toFixed(4)}° north, ${van.position.lon.toFixed(4)}°
            east${van.at ? `, at ${second(van.at)}` : ''}.</p>`
                : nothing
        }`;
}

function placesOf(sscc, { depot, door, position }) {
    return [
        { kind: 'depot', id: 'depot', position: depot, label: 'Depot', named: true },
        { kind: 'door', id: 'door', position: door, label: 'Your door', named: true },
        { kind: 'van', id: sscc, position, label: 'Your parcel', named: true },
    ].filter((point) => point.position);
}

function waysOf({ depot, door, position }, trail) {
    const from = trail[0] ?? position;
    return [
        { id: 'ahead', kind: 'faint', positions: position && door ? [position, door] : [] },
        { id: 'trail', kind: 'trail', positions: depot && from ? [depot, ...trail] : trail },
    ];
}

function vanWords({ estimated, stopsBefore }) {
    const stops =
        stopsBefore === 0
            ? 'You are the next stop'
            : stopsBefore > 0
              ? `${stopsBefore} ${stopsBefore === 1 ? 'stop' : 'stops'} before yours`
              : 'On the way to you';
    return estimated ? `${stops}, expected at ${time(estimated)}` : stops;
}

/** The parcels of an order. */
export function parcelList(parcels, body) {
    return parcels.map(
        ({ sscc, state }, i) => html`<section class="parcel" data-test="parcel" data-sscc=${sscc}>
        <div class="row row-between"><h3>Parcel ${i + 1} of ${parcels.length}</h3>${stateBadge(state, { test: 'parcel-state' })}</div>
        <p class="small soft">Number <a class="mono" href="/track.html?sscc=${sscc}">${sscc}</a></p>
        ${body(sscc, state)}
    </section>`,
    );
}
