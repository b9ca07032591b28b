import { html } from 'lit';
import { money, plural } from '../client/words.js';
import { icon } from '../components/icon.js';

/** A refusal in words that help. */
export function explained(problem, lines) {
    const { code, errors, document: extra } = problem;
    if (code === 'PAYMENT_DECLINED') {
        const why = extra.reason ? ` The bank says: ${String(extra.reason).toLowerCase().replaceAll('_', ' ')}.` : '';
        return {
            title: 'Your payment was declined.',
            text: `Nothing was charged and your items are still held.${why} Try another card.`,
        };
    }
    if (code === 'OUT_OF_STOCK') {
        const named = errors.map(
            ({ sku, available }) =>
                `${lines.find((line) => line.sku === sku)?.title ?? sku}: ${plural(available ?? 0, 'unit')} left`,
        );
        return {
            title: 'Some of it is no longer in stock.',
            text: `${named.join('; ')}. Nothing was charged.`,
            link: true,
        };
    }
    if (code === 'PRICE_CHANGED') {
        return {
            title: 'A price has changed.',
            text: `It was ${money(extra.before)} and is ${money(extra.now)} now. Nothing was charged; look at the new total and order again.`,
        };
    }
    return {
        title: problem.title,
        text: problem.detail ?? 'What you entered is still here. Try again in a moment.',
        link: code === 'CART_ORDERED',
    };
}

export function nothingToOrder() {
    return html`<div class="empty">${icon('cart')}<h2>There is nothing to order</h2><p>Your cart is empty.</p>
        <a class="button" href="/products.html">Find something</a></div>`;
}
