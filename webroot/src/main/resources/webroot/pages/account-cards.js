import { html } from 'lit';
import { get, path, post, remove } from '../client/api.js';
import { Problem } from '../client/problem.js';
import { user } from '../client/session.js';
import { CARD_RULES, cardFields, tokenise } from '../components/card-fields.js';
import { Form } from '../components/form.js';
import { icon } from '../components/icon.js';
import { LightElement } from '../components/light-element.js';
import { Loader } from '../components/loader.js';
import { toast } from '../components/toast.js';

/** One's payment methods: only what is needed to know a card again. */
class AccountCards extends LightElement {
    constructor() {
        super();
        this.methods = new Loader(this, () => get('/api/me/payment-methods'));
        this.form = new Form(this, 'card', CARD_RULES);
        this.methods.run();
    }

    render() {
        return html`<div class="entry">
            <div>${this.methods.render({
                what: 'Your payment methods',
                skeleton: () => html`<div class="skeleton skeleton-block" aria-hidden="true"></div>`,
                ready: ({ items }) =>
                    items.length === 0
                        ? html`<p class="soft">No card is saved yet.</p>`
                        : html`<ul class="rows">${items.map(
                              (one) => html`<li class="row row-between" data-test="method">
                        <span class="row">${icon('card')} ${one.brand} ending in ${one.last4}
                            <span class="small soft">${one.expMonth}/${one.expYear}</span></span>
                        <button class="button button-bare button-small" @click=${() => this.drop(one)}>Remove<span
                            class="visually-hidden">
                            the card ending in ${one.last4}</span></button></li>`,
                          )}</ul>`,
            })}</div>
            <form class="card stack" novalidate @submit=${this.add}><h2>Add a card</h2>
                ${this.form.errorSummary()} ${cardFields(this.form)}
                <button class="button" data-test="card-save">Save card</button></form>
        </div>`;
    }

    async add(event) {
        event.preventDefault();
        if (!this.form.valid()) {
            return;
        }
        try {
            const { token } = await tokenise(this.form.values, user()?.name);
            this.methods.set(await post('/api/me/payment-methods', { token }));
            this.form.reset();
            toast('The card is saved.');
        } catch (problem) {
            if (!(problem instanceof Problem)) {
                throw problem;
            }
            this.form.refuse(problem);
        }
    }

    async drop({ token }) {
        try {
            this.methods.set(await remove(path`/api/me/payment-methods/${token}`));
        } catch (problem) {
            toast(problem.message, { bad: true });
        }
    }
}

customElements.define('account-cards', AccountCards);
