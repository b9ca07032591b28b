import { html, svg } from 'lit';
import { time } from '../client/words.js';

const OLD_MILLIS = 60_000;
const CLOSED = ['completed', 'aborted'];

/** What the dispatcher's map shows: depots, centres, waiting parcels, open rounds with their stops, and the vans on top. */
export function cityMap({ depots, centres, vehicles, waiting, rounds, moved, chosen }) {
    const open = (rounds.value ?? []).filter(({ state }) => !CLOSED.includes(state));
    const picked = open.find(({ id, vehicle }) => id === chosen || vehicle === chosen);
    return {
        points: [
            ...(depots.value ?? []).map(({ id, name, position }) => ({
                kind: 'depot',
                id,
                position,
                label: name,
                named: true,
            })),
            ...(centres.value ?? []).map(({ id, name, position }) => ({
                kind: 'centre',
                id,
                position,
                label: name,
                named: true,
            })),
            ...(waiting.value ?? []).map(({ sscc, position }) => ({
                kind: 'parcel',
                id: sscc,
                position,
                label: `Waiting parcel ${sscc}`,
            })),
            ...(picked ? stops(picked) : []),
            ...(vehicles.value ?? []).flatMap((van) => vanPoint(van, moved[van.id])),
        ],
        lines: open.map((round) => ({
            id: round.id,
            kind: round === picked ? 'chosen' : picked ? 'faint' : 'route',
            positions: [round.start, ...round.stops.map(({ position }) => position), round.start],
        })),
    };
}

/** The stops of a round; those at one door are one mark with all their numbers. */
function stops(round) {
    const numbered = round.stops.map((stop, i) => ({ ...stop, number: i + 1 }));
    const doors = Map.groupBy(numbered, ({ position }) => `${position.lat} ${position.lon}`);
    return [...doors.values()].map((at) => ({
        kind: 'stop',
        id: at[0].id,
        position: at[0].position,
        state: at.find(({ state }) => state === 'open')?.state ?? at[0].state,
        number: at.length === 1 ? at[0].number : `${at[0].number}–${at.at(-1).number}`,
        label: at[0].street ?? at[0].city,
        named: true,
    }));
}

function vanPoint(van, news) {
    const seen = news ?? van.last;
    if (!seen) {
        return [];
    }
    const old = Date.now() - new Date(seen.at).getTime() > OLD_MILLIS;
    return [
        {
            kind: 'van',
            id: van.id,
            position: seen.position,
            state: old ? 'old' : '',
            label: old ? `${van.plate}, last seen ${time(seen.at)}` : van.plate,
        },
    ];
}

/** What the marks mean. */
export function legend() {
    const mark = (kind, shape, text) =>
        html`<span><svg viewBox="-12 -12 24 24" aria-hidden="true"><g
            class="map-point map-${kind}">${shape}</g></svg>${text}</span>`;
    return html`<p class="legend">
        ${mark('depot', svg`<rect x="-9" y="-9" width="18" height="18" rx="4"/>`, 'Depot')}
        ${mark('centre', svg`<path d="M0-11 11 0 0 11-11 0z"/>`, 'Sorting centre')}
        ${mark('van', svg`<circle r="10"/>`, 'Van')} ${mark('van is-old', svg`<circle
            r="10"/>`, 'Van, not seen for a minute')}
        ${mark('parcel', svg`<circle r="6"/>`, 'Waiting parcel')} ${mark('stop', svg`<circle
            r="8"/>`, 'Stop of the chosen round')}
    </p>`;
}
