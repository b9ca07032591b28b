import { html, nothing } from 'lit';
import { get, path, post } from '../client/api.js';
import { mayAct } from '../client/session.js';
import { moment, money, promise, words } from '../client/words.js';
import { addressLines } from '../components/address-fields.js';
import { choices, detail } from '../components/choices.js';
import { confirm } from '../components/confirm.js';
import { ConsolePage } from '../components/console-page.js';
import { eventTimeline } from '../components/event-timeline.js';
import { Loader } from '../components/loader.js';
import { costs, orderLines } from '../components/order-parts.js';
import { stateBadge } from '../components/state-badge.js';
import '../components/data-table.js';

const LOOK_AGAIN_MILLIS = 3_000;
const STATES = ['', 'placed', 'confirmed', 'shipping', 'delivered', 'returned', 'cancelled', 'refused'];

const COLUMNS = [
    { title: 'Order', cell: ({ number }) => html`<span class="mono">${number}</span>` },
    { title: 'State', cell: ({ state }) => stateBadge(state) },
    { title: 'Payment', cell: ({ payment }) => words(payment) },
    { title: 'Total', number: true, cell: ({ grand }) => money(grand) },
    { title: 'Units', number: true, minor: true, cell: ({ units }) => units },
    { title: 'Customer', cell: ({ email }) => email },
    {
        title: 'Placed',
        minor: true,
        cell: ({ placedAt }) => html`<time datetime=${placedAt}>${moment(placedAt)}</time>`,
    },
];

/** All orders, and all that happened to one. */
class ConsoleOrders extends ConsolePage {
    static roles = ['support'];
    static purpose = 'orders';
    static properties = { ...ConsolePage.properties, state: { state: true }, number: { state: true } };

    constructor() {
        super();
        this.state = '';
        this.q = '';
        this.number = new URLSearchParams(location.search).get('number');
        this.load = (page) => get('/api/orders', { query: { state: this.state, q: this.q, ...page } });
        this.order = new Loader(this, async () => {
            const [order, timeline] = await Promise.all([
                get(path`/api/orders/${this.number}`),
                get(path`/api/orders/${this.number}/timeline`),
            ]);
            return { ...order, timeline: timeline.items };
        });
    }

    opened() {
        if (this.number) {
            this.order.run();
        }
        this.every(LOOK_AGAIN_MILLIS, () => {
            this.querySelector('data-table')?.refresh();
            this.order.value && this.order.run({ quietly: true });
        });
    }

    view() {
        return html`${this.head('Orders', 'From placing to the doorbell and back.')}
            ${choices(
                'Orders',
                STATES.map((state) => [state, state ? words(state) : 'All']),
                this.state,
                (state) => this.filter({ state }),
            )}
            <div class="console-bar"><div class="field"><label for="orders-q">Number or e-mail address</label>
                <input class="input" id="orders-q" data-test="orders-search"
                    @input=${(e) => this.filter({ q: e.target.value.trim() })} /></div></div>
            <div class="split">
                <data-table label="Orders" key="number" rowTest="order-row" choosable .columns=${COLUMNS}
                    .load=${this.load}
                    .chosen=${this.number} nothing="No order matches."
                        @choose=${(e) => this.choose(e.detail.number)}></data-table>
                ${detail(this.number, () => this.chosen(), 'Choose an order to see what happened to it.')}
            </div>`;
    }

    chosen() {
        return this.order.render({
            what: 'The order',
            skeleton: () => html`<div class="skeleton skeleton-block" aria-hidden="true"></div>`,
            ready: (
                order,
            ) => html`<div class="row row-between"><h2
                class="mono">${order.number}</h2>${stateBadge(order.state, { test: 'order-state' })}</div>
                <dl class="pairs"><dt>Customer</dt><dd>${order.email}</dd><dt>Payment</dt><dd>${words(order.payment)}
                    ${mayAct(['finance', 'support']) ? html` · <a
                        href="/console/payments.html?order=${order.number}">open</a>` : nothing}</dd>
                    <dt>Delivery</dt>
                        <dd>${words(order.deliveryOption)}${order.promise ? `, ${promise(order.promise)}` : ''}</dd>
                    ${order.refusal ? html`<dt>Refused</dt><dd>${order.refusal}</dd>` : nothing}
                    ${order.parcels.map(
                        ({
                            sscc,
                            state,
                        }) => html`<dt>Parcel</dt><dd><a class="mono"
                            href="/console/parcels.html?sscc=${sscc}">${sscc}</a>
                        ${stateBadge(state)}</dd>`,
                    )}</dl>
                <section>${orderLines(order.lines)}${costs(order.totals)}</section>
                <section><h3>Address</h3>${addressLines(order.address)}</section>
                <section><h3>What happened</h3>${eventTimeline(order.timeline)}</section>
                ${
                    ['placed', 'confirmed'].includes(order.state)
                        ? html`<button class="button button-danger" data-test="cancel-order" ?disabled=${this.busy}
                    @click=${() => this.cancel(order)}>Cancel order</button>`
                        : nothing
                }`,
        });
    }

    filter(change) {
        Object.assign(this, change);
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.querySelector('data-table').reload(), 200);
    }

    choose(number) {
        this.number = number;
        this.order.value = undefined;
        this.order.run();
    }

    async cancel({ number }) {
        if (
            await confirm(
                `Cancel order ${number}?`,
                'Its units are free again and its money is let go.',
                'Cancel the order',
                'Keep it',
            )
        ) {
            await this.act(() => post(path`/api/orders/${number}/cancel`), `Order ${number} is cancelled.`);
            await this.order.run({ quietly: true });
        }
    }
}

customElements.define('console-orders', ConsoleOrders);
