import { html } from 'lit';
import { post } from '../client/api.js';
import { cardNumber, cvc, expiry, expiryOf } from '../client/rules.js';

export const CARD_RULES = { number: cardNumber, expiry, cvc };

const spaced = (value) =>
    value
        .replaceAll(/\D/g, '')
        .slice(0, 19)
        .replaceAll(/(.{4})(?=.)/g, '$1 ');

function slashed(value) {
    const digits = value.replaceAll(/\D/g, '').slice(0, 4);
    return digits.length > 2 ? `${digits.slice(0, 2)} / ${digits.slice(2)}` : digits;
}

/** The fields of a card. Their values stay in memory and go nowhere but to the vault. @param {import('./form.js').Form} form */
export function cardFields(form) {
    return html`<div class="field-grid">
        ${form.field('number', 'Card number', { autocomplete: 'cc-number', inputmode: 'numeric', format: spaced })}
        ${form.field('expiry', 'Expiry date', {
            autocomplete: 'cc-exp',
            inputmode: 'numeric',
            format: slashed,
            placeholder: 'MM / YY',
            span: 'span-3',
        })}
        ${form.field('cvc', 'Security code', { autocomplete: 'cc-csc', inputmode: 'numeric', max: 4, span: 'span-3' })}
    </div>`;
}

/** Trades the card for a token. @returns {Promise<{token: string, brand: string, last4: string, expMonth: number, expYear: number}>} */
export function tokenise({ number, expiry: written, cvc: code }, name) {
    return post('/api/payment-methods', {
        number: number.replaceAll(/\D/g, ''),
        ...expiryOf(written),
        cvc: code.trim(),
        ...(name ? { name } : {}),
    });
}
