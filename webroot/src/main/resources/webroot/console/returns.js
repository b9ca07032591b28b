import { html, nothing } from 'lit';
import { get, path, post } from '../client/api.js';
import { mayAct } from '../client/session.js';
import { moment, words } from '../client/words.js';
import { choices, detail } from '../components/choices.js';
import { ConsolePage } from '../components/console-page.js';
import { Loader } from '../components/loader.js';
import { stateBadge } from '../components/state-badge.js';
import '../components/data-table.js';

const GRADES = [
    ['a', 'A: as new'],
    ['b', 'B: opened'],
    ['c', 'C: scrap'],
];

const COLUMNS = [
    { title: 'Return', cell: ({ number }) => html`<span class="mono">${number}</span>` },
    { title: 'State', cell: ({ state }) => stateBadge(state) },
    { title: 'Order', cell: ({ order }) => html`<span class="mono">${order}</span>` },
    { title: 'Units', number: true, cell: ({ lines }) => lines.reduce((sum, line) => sum + line.quantity, 0) },
    { title: 'Reason', minor: true, cell: ({ reason }) => reason },
    { title: 'Opened', cell: ({ openedAt }) => html`<time datetime=${openedAt}>${moment(openedAt)}</time>` },
];

/** Returns, and the inspection of what arrives. */
class ConsoleReturns extends ConsolePage {
    static roles = ['warehouse', 'support'];
    static purpose = 'receive';
    static properties = { ...ConsolePage.properties, state: { state: true }, chosen: { state: true } };

    constructor() {
        super();
        this.state = '';
        this.load = (page) => get('/api/returns', { query: { state: this.state, ...page } });
        this.depots = new Loader(this, () => get('/api/depots'));
    }

    opened() {
        this.depots.run();
    }

    view() {
        return html`${this.head('Returns', 'A and B go back on the shelf, C is scrapped; the money goes back once.')}
            ${choices(
                'Returns',
                [
                    ['', 'All'],
                    ['expected', 'Expected'],
                    ['received', 'Received'],
                ],
                this.state,
                (state) => this.filter(state),
            )}
            <div class="split">
                <data-table label="Returns" key="number" rowTest="return-row" choosable .columns=${COLUMNS}
                    .load=${this.load}
                    .chosen=${this.chosen?.number} nothing="No return is here."
                        @choose=${(e) => (this.chosen = e.detail)}></data-table>
                ${detail(this.chosen, () => this.inspection(this.chosen), 'Choose a return to receive it.')}
            </div>`;
    }

    inspection({ number, state, lines, inspected, reason, order, sscc }) {
        const open = state === 'expected' && mayAct(['warehouse']);
        return html`<div class="row row-between"><h2
            class="mono">${number}</h2>${stateBadge(state, { test: 'return-state' })}</div>
            <dl class="pairs"><dt>Order</dt><dd class="mono">${order}</dd><dt>Parcel</dt><dd class="mono">${sscc}</dd>
                <dt>Reason</dt><dd>${reason}</dd></dl>
            ${
                open
                    ? html`<form class="stack" @submit=${this.receive}>
                <div class="field"><label for="return-depot">Arrived at</label><select class="input" id="return-depot"
                    name="depot" data-test="return-depot">
                    ${(this.depots.value?.items ?? []).map(({ id, name }) => html`<option
                        value=${id}>${name}</option>`)}</select></div>
                ${lines.map(
                    (
                        { sku, quantity },
                        i,
                    ) => html`<div class="field"><label for="grade-${i}">${quantity} × <span
                        class="mono">${sku}</span></label>
                    <select class="input" id="grade-${i}" name="grade" data-test="grade">
                        ${GRADES.map(([value, text]) => html`<option value=${value}>${text}</option>`)}</select></div>`,
                )}
                <button class="button" data-test="return-receive"
                    ?disabled=${this.busy || !this.depots.value}>Receive and refund</button></form>`
                    : html`<section><h3>Inspected</h3>${inspected.length === 0 ? html`<p
                        class="soft small">Not yet.</p>` : nothing}
                <ul>${inspected.map(({ sku, quantity, grade }) => html`<li class="small">${quantity} × <span
                    class="mono">${sku}</span>, grade ${words(grade)}</li>`)}</ul></section>`
            }`;
    }

    filter(state) {
        this.state = state;
        this.chosen = null;
        this.updateComplete.then(() => this.querySelector('data-table').reload());
    }

    async receive(event) {
        event.preventDefault();
        const data = new FormData(event.target);
        const grades = data.getAll('grade');
        const { number, lines } = this.chosen;
        const body = {
            depot: data.get('depot'),
            lines: lines.map(({ sku, quantity }, i) => ({ sku, quantity, grade: grades[i] })),
        };
        const received = await this.act(
            () => post(path`/api/returns/${number}/receipts`, body),
            `Return ${number} is received.`,
        );
        if (received) {
            this.chosen = received;
            this.querySelector('data-table').refresh();
        }
    }
}

customElements.define('console-returns', ConsoleReturns);
