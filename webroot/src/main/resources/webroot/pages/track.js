import { html, nothing } from 'lit';
import { get, path } from '../client/api.js';
import { onRecovery } from '../client/capabilities.js';
import { follow, onLive } from '../client/live.js';
import { promise, words } from '../client/words.js';
import { eventTimeline } from '../components/event-timeline.js';
import { Form } from '../components/form.js';
import { icon } from '../components/icon.js';
import { LightElement } from '../components/light-element.js';
import { Loader } from '../components/loader.js';
import { stateBadge } from '../components/state-badge.js';
import '../components/site-header.js';
import '../components/site-footer.js';

const sscc = (value) =>
    /^\d{18}$/.test(value?.replaceAll(/\s/g, '') ?? '') ? '' : 'Enter the 18 digits below the barcode.';

/** What everybody may see who knows the number on a parcel's label. */
class TrackPage extends LightElement {
    static properties = { live: { state: true } };

    constructor() {
        super();
        this.sscc = new URLSearchParams(location.search).get('sscc') ?? '';
        this.form = new Form(this, 'track', { sscc }, { sscc: this.sscc });
        this.parcel = new Loader(this, () => get(path`/api/tracking/${this.sscc}`));
        this.stops = [];
    }

    connectedCallback() {
        super.connectedCallback();
        if (this.sscc) {
            this.parcel.run();
            this.stops = [
                follow('out.parcel.' + this.sscc, () => this.parcel.run({ quietly: true })),
                onRecovery(() => this.parcel.run({ quietly: true })),
                onLive((live) => (this.live = live)),
            ];
        }
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.stops.forEach((stop) => stop());
    }

    render() {
        return html`<div class="page page-narrow">
            <h1>Track a parcel</h1>
            <form class="track-form" action="/track.html" novalidate
                @submit=${(event) => this.form.valid() || event.preventDefault()}>
                ${this.form.field('sscc', 'Number on the label', {
                    inputmode: 'numeric',
                    hint: '18 digits, also in your order and your mail.',
                    format: (value) => value.replaceAll(/\D/g, '').slice(0, 18),
                })}
                <button class="button" data-test="track-submit">Track</button>
            </form>
            ${this.sscc ? this.found() : nothing}
        </div>`;
    }

    found() {
        if ([400, 404].includes(this.parcel.problem?.status)) {
            return html`<div class="empty" role="status"
                data-test="not-found">${icon('box')}<h2>No parcel has this number</h2>
                <p>Check the digits. A new parcel shows here a moment after it is packed.</p></div>`;
        }
        return this.parcel.render({
            what: 'The parcel',
            skeleton: () => html`<div class="skeleton skeleton-tall" aria-hidden="true"></div>`,
            ready: (parcel) => this.full(parcel),
        });
    }

    full(parcel) {
        const window =
            parcel.promisedFrom && parcel.promisedUntil
                ? promise({ from: parcel.promisedFrom, until: parcel.promisedUntil })
                : null;
        return html`<section class="card" aria-labelledby="parcel-title">
            <div class="row row-between"><h2 id="parcel-title">To ${parcel.city}</h2>
                <span class="row">${stateBadge(parcel.status, { test: 'parcel-state' })}
                    <span class="live-state ${this.live ? 'is-live' : ''}">${this.live ? 'Live' : 'Connecting'}</span></span></div>
            <p class="soft small">${window ? `Promised for ${window}` : nothing}</p>
            <div class="track-events" aria-live="polite">${eventTimeline(parcel.events.map(entry))}</div>
        </section>`;
    }
}

const entry = ({ code, place, occurredAt }) => ({ at: occurredAt, what: code, text: words(code), note: place });

customElements.define('track-page', TrackPage);
