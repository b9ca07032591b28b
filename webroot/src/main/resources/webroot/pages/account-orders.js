import { html, nothing } from 'lit';
import { get } from '../client/api.js';
import { orderLink } from '../client/orders.js';
import { day, money, plural } from '../client/words.js';
import { icon } from '../components/icon.js';
import { LightElement } from '../components/light-element.js';
import { Loader } from '../components/loader.js';
import { stateBadge } from '../components/state-badge.js';

/** One's own orders, newest first. */
class AccountOrders extends LightElement {
    constructor() {
        super();
        this.orders = new Loader(this, () => get('/api/orders'));
        this.orders.run();
    }

    render() {
        return this.orders.render({
            what: 'Your orders',
            skeleton: () => html`<div class="skeleton skeleton-block" aria-hidden="true"></div>`,
            ready: ({ items, next }) =>
                items.length === 0
                    ? html`<div class="empty">${icon('box')}<h2>No orders yet</h2><a class="button"
                        href="/products.html">Find something</a></div>`
                    : html`<ul class="rows">${items.map(row)}</ul>
                    ${next ? html`<button class="button button-quiet"
                        @click=${() => this.more(next)}>Load more</button>` : nothing}`,
        });
    }

    async more(cursor) {
        const page = await get('/api/orders', { query: { cursor } });
        this.orders.set({ items: [...this.orders.value.items, ...page.items], next: page.next });
    }
}

function row({ number, state, grand, units, placedAt }) {
    return html`<li class="row row-between" data-test="my-order">
        <span><a class="strong mono" href=${orderLink(number)}>${number}</a><br />
            <span class="small soft">${day(placedAt)} · ${plural(units, 'item')}</span></span>
        <span class="row">${stateBadge(state)}<span class="number strong">${money(grand)}</span></span>
    </li>`;
}

customElements.define('account-orders', AccountOrders);
