import { html, nothing } from 'lit';
import { get, path, post, text } from '../client/api.js';
import { required } from '../client/rules.js';
import { follow } from '../client/live.js';
import { ago, moment, words } from '../client/words.js';
import { addressLines } from '../components/address-fields.js';
import { choices, detail } from '../components/choices.js';
import { ConsolePage } from '../components/console-page.js';
import { eventTimeline } from '../components/event-timeline.js';
import { Form } from '../components/form.js';
import { Loader } from '../components/loader.js';
import { stateBadge } from '../components/state-badge.js';
import '../components/data-table.js';

const LOOK_AGAIN_MILLIS = 3_000;
const STATES = [
    '',
    'pre_transit',
    'in_transit',
    'out_for_delivery',
    'delivered',
    'failure',
    'return_to_sender',
    'cancelled',
];
const CODES = [
    'received_at_origin_facility',
    'departed_facility',
    'arrived_at_facility',
    'held',
    'delayed',
    'missorted',
    'damaged',
    'lost',
    'address_correction',
];

const COLUMNS = [
    { title: 'Parcel', cell: ({ sscc }) => html`<span class="mono">${sscc}</span>` },
    { title: 'State', cell: ({ status }) => stateBadge(status) },
    { title: 'Order', cell: ({ order }) => html`<span class="mono">${order}</span>` },
    { title: 'Depot', minor: true, cell: ({ depot }) => depot },
    { title: 'To', cell: ({ recipient }) => recipient.address.city },
    {
        title: 'Packed',
        minor: true,
        cell: ({ createdAt }) => html`<time datetime=${createdAt}>${ago(createdAt)}</time>`,
    },
];

/** Parcels by state, and one of them with its history, scans and label. */
class ConsoleParcels extends ConsolePage {
    static roles = ['warehouse', 'support', 'dispatcher'];
    static purpose = 'parcels';
    static properties = { ...ConsolePage.properties, status: { state: true }, sscc: { state: true } };

    constructor() {
        super();
        this.status = '';
        this.order = '';
        this.sscc = new URLSearchParams(location.search).get('sscc');
        this.load = (page) => get('/api/parcels', { query: { status: this.status, order: this.order, ...page } });
        this.parcel = new Loader(this, () => get(path`/api/parcels/${this.sscc}`));
        this.label = new Loader(this, () => text(path`/api/parcels/${this.sscc}/label`));
        this.form = new Form(this, 'event', { code: required('what happened'), place: () => '' }, { code: CODES[0] });
    }

    opened() {
        if (this.sscc) {
            this.choose(this.sscc);
        }
        this.every(LOOK_AGAIN_MILLIS, () => this.querySelector('data-table')?.refresh());
    }

    view() {
        return html`${this.head('Parcels', 'Each has a number of its own, a label and a history.')}
            ${choices(
                'Parcels',
                STATES.map((state) => [state, state ? words(state) : 'All']),
                this.status,
                (status) => this.filter({ status }),
            )}
            <div class="console-bar"><div class="field"><label for="parcels-order">Order number</label>
                <input class="input" id="parcels-order" data-test="parcels-search"
                    @input=${(e) => this.filter({ order: e.target.value.trim() })} /></div></div>
            <div class="split">
                <data-table label="Parcels" key="sscc" rowTest="parcel-row" choosable .columns=${COLUMNS}
                    .load=${this.load}
                    .chosen=${this.sscc} nothing="No parcel matches."
                        @choose=${(e) => this.choose(e.detail.sscc)}></data-table>
                ${detail(this.sscc, () => this.chosen(), 'Choose a parcel to see its history.')}
            </div>`;
    }

    chosen() {
        return this.parcel.render({
            what: 'The parcel',
            skeleton: () => html`<div class="skeleton skeleton-block" aria-hidden="true"></div>`,
            ready: (
                parcel,
            ) => html`<div class="row row-between"><h2
                class="mono">${parcel.sscc}</h2>${stateBadge(parcel.status, { test: 'parcel-state' })}</div>
                <dl class="pairs"><dt>Order</dt><dd><a class="mono"
                    href="/console/orders.html?number=${parcel.order}">${parcel.order}</a></dd>
                    <dt>Depot</dt><dd>${parcel.depot}</dd><dt>Weight</dt><dd>${parcel.weightGrams} g</dd>
                    <dt>Holds</dt><dd>${parcel.lines.map(({ sku, quantity }) => html`${quantity} × <span
                        class="mono">${sku}</span><br />`)}</dd>
                    ${parcel.proof ? html`<dt>Received by</dt><dd
                        data-test="proof">${parcel.proof.receivedBy}, ${moment(parcel.proof.at)}</dd>` : nothing}</dl>
                <section><h3>To</h3>${addressLines(parcel.recipient.address)}</section>
                <section><h3>History</h3>${eventTimeline(
                    parcel.events.map(({ code, place, occurredAt }) => ({
                        at: occurredAt,
                        what: code,
                        text: words(code),
                        note: place,
                    })),
                )}</section>
                ${this.scanForm()}
                <section><h3>Label</h3>${this.label.render({
                    what: 'The label',
                    skeleton: () => html`<div class="skeleton skeleton-block" aria-hidden="true"></div>`,
                    ready: (
                        svg,
                    ) => html`<img class="label-picture" data-test="label" width="400" height="300"
                        alt="Label of parcel ${parcel.sscc}"
                        src="data:image/svg+xml,${encodeURIComponent(svg)}" />`,
                })}</section>`,
        });
    }

    scanForm() {
        return html`<section><h3>Record a scan</h3><form class="inline-form" novalidate @submit=${this.record}>
            ${this.form.errorSummary()}
            ${this.form.field('code', 'What', { options: CODES.map((code) => [code, words(code)]) })}
            ${this.form.field('place', 'Where', { max: 120 })}
            <button class="button" data-test="record" ?disabled=${this.busy}>Record</button></form></section>`;
    }

    filter(change) {
        Object.assign(this, change);
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.querySelector('data-table').reload(), 200);
    }

    choose(sscc) {
        this.sscc = sscc;
        this.unfollow?.();
        this.unfollow = follow('out.parcel.' + sscc, () => this.parcel.run({ quietly: true }));
        this.parcel.value = undefined;
        this.label.value = undefined;
        this.parcel.run();
        this.label.run();
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.unfollow?.();
    }

    async record(event) {
        event.preventDefault();
        if (!this.form.valid()) {
            return;
        }
        const { code, place } = this.form.values;
        const scan = {
            id: `C-${Date.now().toString(36)}`,
            code,
            ...(place?.trim() ? { place: place.trim() } : {}),
            occurredAt: new Date().toISOString(),
        };
        const parcel = await this.act(
            () => post(path`/api/parcels/${this.sscc}/events`, scan),
            'The scan is recorded.',
            this.form,
        );
        if (parcel) {
            this.parcel.set(parcel);
        }
    }
}

customElements.define('console-parcels', ConsoleParcels);
