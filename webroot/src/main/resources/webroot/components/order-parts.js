import { html, nothing } from 'lit';
import { money, plural } from '../client/words.js';

/** What it costs, line by line. @param {any} totals @param {{units?: number, delivery?: any}} [extra] delivery as chosen now */
export function costs(totals, { units, delivery } = {}) {
    const charged = delivery ?? totals.delivery;
    const grand = delivery
        ? { ...totals.grand, amount: totals.items.amount - totals.discount.amount + delivery.amount }
        : totals.grand;
    const known = delivery || charged.amount > 0 || units === undefined;
    return html`<dl class="costs">
        <dt>${units === undefined ? 'Items' : plural(units, 'item')}</dt>
        <dd>${money(totals.items)}</dd>
        ${
            totals.discount.amount > 0
                ? html`<dt>Discount</dt><dd class="good" data-test="discount">−${money(totals.discount)}</dd>`
                : nothing
        }
        <dt>Delivery</dt>
        <dd>${known ? (charged.amount === 0 ? 'Free' : money(charged)) : 'From your postal code'}</dd>
        <dt class="costs-grand">Total</dt>
        <dd class="costs-grand" data-test="grand-total">${money(grand)}</dd>
        ${delivery ? nothing : html`<dt class="small soft">of which tax</dt><dd
            class="small soft">${money(totals.tax)}</dd>`}
    </dl>`;
}

/** The lines of an order or a cart in short. */
export function orderLines(lines) {
    return html`<ul class="order-lines">
        ${lines.map(
            (line) => html`<li data-test="order-line">
            <img src=${line.image} alt="" width="64" height="64" loading="lazy" />
            <span class="order-line-title">
                <a href="/product.html?id=${encodeURIComponent(line.product)}">${line.title}</a>
                <span class="small soft">${line.quantity} × ${money(line.unitPrice)}</span>
            </span>
            <span class="number strong">${money(line.total)}</span>
        </li>`,
        )}
    </ul>`;
}
