import { html, nothing } from 'lit';
import { time, words } from '../client/words.js';
import { stateBadge } from '../components/state-badge.js';

/** The stops of a round in order, with what was promised and what is expected. @param {any[]} stops */
export function stopList(stops) {
    return html`<ol class="stops">${stops.map((stop, i) => {
        const late = stop.state === 'open' && new Date(stop.estimated) > new Date(stop.until);
        return html`<li data-test="stop" data-state=${stop.state}>
            <span class="stop-number">${i + 1}</span>
            <span><strong>${stop.street ?? stop.city}</strong><br /><span
                class="soft">${stop.recipient ? stop.recipient + ' · ' : nothing}${
                stop.actual
                    ? `done at ${time(stop.actual)}`
                    : `expected ${time(stop.estimated)}, promised ${time(stop.from)} to ${time(stop.until)}`
            }</span>
                ${late ? html`<br /><span class="field-error">Later than promised</span>` : nothing}
                ${stop.reason ? html`<br /><span class="soft">${words(stop.reason)}</span>` : nothing}</span>
            ${stateBadge(stop.state, { test: 'stop-state' })}
        </li>`;
    })}</ol>`;
}
