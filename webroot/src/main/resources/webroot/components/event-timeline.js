import { html, nothing } from 'lit';
import { ago, moment } from '../client/words.js';
import { icon } from './icon.js';

const ICONS = [
    [/deliver(ed|y_confirmed)$/, 'home'],
    [/out_for_delivery|depart|transit|shipp/, 'truck'],
    [/label|pack|pick|received_at|arrived|parcel/, 'box'],
    [/captur|paid|payment|authoris|refund/, 'card'],
    [/fail|refus|cancel|declin|lost|damag|miss/, 'alert'],
    [/return/, 'undo'],
];

const iconOf = (what) => ICONS.find(([pattern]) => pattern.test(what))?.[1] ?? 'check';

/**
 * What happened, newest first.
 *
 * @param {{at: string, what: string, text: string, note?: string}[]} entries oldest first
 */
export function eventTimeline(entries) {
    return html`<ol class="timeline" data-test="timeline">
        ${[...entries].reverse().map(
            (entry, i) => html`<li class=${i === 0 ? 'is-latest' : ''} data-test="timeline-entry"
            data-what=${entry.what}>
            <span class="timeline-dot">${icon(iconOf(entry.what))}</span>
            <div>
                <p class=${i === 0 ? 'strong' : ''}>${entry.text}</p>
                <p class="small soft">
                    <time datetime=${entry.at} title=${ago(entry.at)}>${moment(entry.at)}</time>
                    ${entry.note ? html` · ${entry.note}` : nothing}
                </p>
            </div>
        </li>`,
        )}
    </ol>`;
}
