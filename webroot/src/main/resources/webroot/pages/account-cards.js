import { html } from 'lit';
import { get, path, post, remove } from '../client/api.js';
import { user } from '../client/session.js';
import { cardBrand } from '../client/words.js';
import { CARD_RULES, cardFields, tokenise } from '../components/card-fields.js';
import { icon } from '../components/icon.js';
import { AccountList } from './account-list.js';

/** One's payment methods: only what is needed to know a card again. */
class AccountCards extends AccountList {
    constructor() {
        super({
            name: 'card',
            what: 'Your payment methods',
            none: 'No card is saved yet.',
            title: 'Add a card',
            save: 'Save card',
            saved: 'The card is saved.',
            rules: CARD_RULES,
            load: () => get('/api/me/payment-methods'),
            add: async (values) => {
                const { token } = await tokenise(values, user()?.name);
                return post('/api/me/payment-methods', { token });
            },
            remove: ({ token }) => remove(path`/api/me/payment-methods/${token}`),
            fields: cardFields,
            show: card,
            named: ({ last4 }) => `the card ending in ${last4}`,
        });
    }
}

function card({ brand, last4, expMonth, expYear }) {
    return html`<span class="row">${icon('card')} ${cardBrand(brand)} ending in ${last4}
        <span class="small soft">${expMonth}/${expYear}</span></span>`;
}

customElements.define('account-cards', AccountCards);
