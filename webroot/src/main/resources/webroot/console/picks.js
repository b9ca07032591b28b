import { html, nothing } from 'lit';
import { get } from '../client/api.js';
import { ago, plural, shortId } from '../client/words.js';
import { choices, detail } from '../components/choices.js';
import { ConsolePage } from '../components/console-page.js';
import { Loader } from '../components/loader.js';
import { stateBadge } from '../components/state-badge.js';
import '../components/data-table.js';
import './pick-work.js';

const LOOK_AGAIN_MILLIS = 3_000;
const STATES = [
    ['open', 'Open'],
    ['picking', 'Picking'],
    ['picked', 'Picked'],
    ['packed', 'Packed'],
    ['', 'All'],
];

const COLUMNS = [
    { title: 'Pick list', cell: ({ id }) => html`<span class="mono">${shortId(id)}</span>` },
    { title: 'Order', cell: ({ order }) => html`<span class="mono">${order}</span>` },
    { title: 'Depot', cell: ({ depot }) => depot },
    { title: 'State', cell: ({ state }) => stateBadge(state) },
    { title: 'Units', number: true, minor: true, cell: ({ lines }) => lines.reduce((sum, line) => sum + line.quantity, 0) },
    { title: 'Waiting', cell: ({ createdAt }) => html`<time datetime=${createdAt}>${ago(createdAt)}</time>` },
];

/** Pick lists, oldest first, and the work on one of them. */
class ConsolePicks extends ConsolePage {
    static roles = ['warehouse'];
    static purpose = 'pick';
    static properties = {
        ...ConsolePage.properties,
        state: { state: true },
        depot: { state: true },
        chosen: { state: true },
    };

    constructor() {
        super();
        this.state = 'open';
        this.depot = '';
        this.load = (page) => get('/api/picks', { query: { state: this.state, depot: this.depot, ...page } });
        this.depots = new Loader(this, () => get('/api/depots'));
    }

    opened() {
        this.depots.run();
        this.every(LOOK_AGAIN_MILLIS, () => this.querySelector('data-table')?.refresh());
    }

    view() {
        const depots = this.depots.value?.items ?? [];
        return html`${this.head(
            'Picking',
            'Scan the bin, scan the unit; pack when all is there.',
            html`<label class="inline-label">Depot <select class="input input-small" data-test="pick-depot"
                @change=${(e) => this.filter({ depot: e.target.value })}>
                <option value="">All</option>${depots.map(({ id, name }) => html`<option
                    value=${id}>${name}</option>`)}</select></label>`,
        )}
            ${choices('Pick lists', STATES, this.state, (state) => this.filter({ state }))}
            <div class="split">
                <data-table label="Pick lists" rowTest="pick-row" choosable .columns=${COLUMNS} .load=${this.load}
                    .chosen=${this.chosen?.id}
                    nothing="No pick list is ${this.state || 'there'}."
                        @choose=${(e) => (this.chosen = e.detail)}></data-table>
                ${detail(this.chosen, () => this.work(), 'Choose a pick list to work on.')}
            </div>`;
    }

    work() {
        const { id, order, lines } = this.chosen;
        return html`<div class="row row-between"><h2
            class="mono">${shortId(id)}</h2>${stateBadge(this.chosen.state, { test: 'pick-state' })}</div>
            <p class="small soft">Order ${order}, ${plural(lines.length, 'line')}${
                this.chosen.sscc
                    ? html`, parcel <a class="mono" href="/console/parcels.html?sscc=${this.chosen.sscc}"
                        data-test="pick-sscc">${this.chosen.sscc}</a>`
                    : nothing
            }</p>
            <pick-work .pick=${this.chosen} @changed=${(e) => this.changed(e.detail)}></pick-work>`;
    }

    filter(change) {
        Object.assign(this, change);
        this.chosen = null;
        this.updateComplete.then(() => this.querySelector('data-table').reload());
    }

    changed(pick) {
        this.chosen = pick;
        this.querySelector('data-table').refresh();
    }
}

customElements.define('console-picks', ConsolePicks);
