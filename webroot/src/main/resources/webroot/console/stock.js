import { html, nothing } from 'lit';
import { get, path } from '../client/api.js';
import { mayAct } from '../client/session.js';
import { ago, words } from '../client/words.js';
import { choices, detail } from '../components/choices.js';
import { ConsolePage } from '../components/console-page.js';
import { Loader } from '../components/loader.js';
import '../components/data-table.js';
import './stock-forms.js';

const LOOK_AGAIN_MILLIS = 1_000;
const LOW = 10;

const COLUMNS = [
    { title: 'SKU', cell: ({ sku }) => html`<span class="mono">${sku}</span>` },
    {
        title: 'Available',
        number: true,
        cell: (level) => html`<strong data-test="available">${level.availableToPromise}</strong>`,
    },
    { title: 'On hand', number: true, cell: (level) => html`<span data-test="on-hand">${level.onHand}</span>` },
    { title: 'In carts', number: true, cell: ({ reserved }) => reserved },
    { title: 'Allocated', number: true, cell: ({ allocated }) => allocated },
    { title: 'On hold', number: true, minor: true, cell: ({ onHold }) => onHold },
    { title: 'Safety', number: true, minor: true, cell: ({ safetyStock }) => safetyStock },
];

/** Units of all SKUs, as they change, with receipts and adjustments. */
class ConsoleStock extends ConsolePage {
    static roles = ['warehouse', 'merchandiser', 'support'];
    static purpose = 'stock';
    static properties = { ...ConsolePage.properties, sku: { state: true }, low: { state: true } };

    constructor() {
        super();
        this.q = '';
        this.low = '';
        this.load = (page) => get('/api/stock', { query: { q: this.q, low: this.low, ...page } });
        this.level = new Loader(this, () => get(path`/api/stock/${this.sku}`));
        this.movements = new Loader(this, () => get(path`/api/stock/${this.sku}/movements`, { query: { limit: 15 } }));
        this.depots = new Loader(this, () => get('/api/depots'));
    }

    opened() {
        this.depots.run();
        this.every(LOOK_AGAIN_MILLIS, () => this.table?.refresh());
    }

    get table() {
        return this.querySelector('data-table');
    }

    view() {
        return html`${this.head('Stock levels', 'Available = on hand − allocated − on hold − safety stock − in carts. Changes show within a second.')}
            ${choices(
                'Levels',
                [
                    ['', 'All'],
                    [String(LOW), `Fewer than ${LOW}`],
                    ['1', 'Sold out'],
                ],
                this.low,
                (low) => this.filter({ low }),
            )}
            <div class="console-bar"><div class="field"><label for="stock-q">SKU starts with</label>
                <input class="input" id="stock-q" data-test="stock-search"
                    @input=${(e) => this.filter({ q: e.target.value.trim() })} /></div></div>
            <div class="split">
                <data-table label="Stock levels" key="sku" rowTest="stock-row" choosable .columns=${COLUMNS}
                    .load=${this.load}
                    .chosen=${this.sku} nothing="No SKU matches."
                        @choose=${(e) => this.choose(e.detail.sku)}></data-table>
                ${detail(this.sku, () => this.chosen(), 'Choose a SKU to see its depots and history.')}
            </div>`;
    }

    chosen() {
        return html`<h2 class="mono">${this.sku}</h2>
            ${this.level.render({ what: 'The level', skeleton: block, ready: depotTable })}
            ${
                mayAct(['warehouse']) && this.depots.value
                    ? html`<stock-forms .sku=${this.sku} .depots=${this.depots.value.items}
                @changed=${(e) => this.changed(e.detail)}></stock-forms>`
                    : nothing
            }
            <section>
                <h3>History</h3>${this.movements.render({ what: 'The history', skeleton: block, ready: history })}</section>`;
    }

    filter(change) {
        Object.assign(this, change);
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.table.reload(), 200);
    }

    choose(sku) {
        this.sku = sku;
        this.level.value = undefined;
        this.movements.value = undefined;
        this.level.run();
        this.movements.run();
    }

    changed(level) {
        this.level.set(level);
        this.movements.run({ quietly: true });
        this.table.refresh();
    }
}

function depotTable({ depots, changedAt }) {
    return html`<table class="table-plain"><caption class="visually-hidden">By depot</caption>
        <thead><tr><th scope="col">Depot</th><th scope="col">Bin</th><th scope="col" class="number">On hand</th>
            <th scope="col" class="number">Allocated</th><th scope="col" class="number">In carts</th></tr></thead>
        <tbody>${depots.map(
            (one) => html`<tr><th scope="row">${one.depot}</th><td class="mono">${one.bin}</td>
            <td class="number">${one.onHand}</td><td class="number">${one.allocated}</td><td
                class="number">${one.reserved}</td></tr>`,
        )}</tbody>
    </table><p class="small soft">Changed ${ago(changedAt)}</p>`;
}

function history({ items }) {
    return items.length === 0
        ? html`<p class="soft small">Nothing yet.</p>`
        : html`<table class="table-plain">
        <caption class="visually-hidden">Movements</caption>
        <thead><tr><th scope="col">What</th><th scope="col" class="number">Units</th><th scope="col">Where</th><th
            scope="col">When</th></tr></thead>
        <tbody>${items.map(
            (one) => html`<tr data-test="movement"><th scope="row">${words(one.kind)}
            ${one.reason ? html`<br /><span class="small soft">${one.reason}</span>` : nothing}</th>
            <td class="number">${one.quantity > 0 ? '+' : ''}${one.quantity}</td><td>${one.depot}</td>
            <td><time datetime=${one.at}>${ago(one.at)}</time></td></tr>`,
        )}</tbody></table>`;
}

const block = () => html`<div class="skeleton skeleton-block" aria-hidden="true"></div>`;

customElements.define('console-stock', ConsoleStock);
