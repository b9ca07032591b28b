import { html, nothing } from 'lit';
import { cart, forget, unitsOf } from '../client/cart.js';
import { get } from '../client/api.js';
import { refused, renderWith, sentenceOf, stateOf } from '../client/capabilities.js';
import { keepOrderToken, orderLink } from '../client/orders.js';
import { Problem } from '../client/problem.js';
import { email } from '../client/rules.js';
import { user } from '../client/session.js';
import { cardBrand, money, promise } from '../client/words.js';
import { ADDRESS_RULES, addressFields, addressOf } from '../components/address-fields.js';
import { CARD_RULES, cardFields, tokenise } from '../components/card-fields.js';
import { Form } from '../components/form.js';
import { icon } from '../components/icon.js';
import { LightElement } from '../components/light-element.js';
import { Loader } from '../components/loader.js';
import { costs, orderLines } from '../components/order-parts.js';
import { place, unanswered } from './checkout-attempt.js';
import { explained, nothingToOrder } from './checkout-words.js';
import '../components/site-header.js';
import '../components/site-footer.js';

const WAIT_MILLIS = 350;

/** The checkout on one page, for guests first; an account only fills fields in. */
class CheckoutPage extends LightElement {
    static properties = {
        option: { state: true },
        method: { state: true },
        busy: { state: true },
        refusal: { state: true },
    };

    constructor() {
        super();
        renderWith(this);
        this.form = new Form(
            this,
            'checkout',
            { email, ...ADDRESS_RULES, ...CARD_RULES },
            { email: user()?.email ?? '' },
        );
        this.methods = [];
        this.method = '';
        this.cart = new Loader(this, async () => (await cart()) ?? { lines: [] });
        this.options = new Loader(this, () => this.loadOptions());
        this.addEventListener('entered', ({ detail }) => detail.name === 'postalCode' && this.postalCodeEntered());
        this.arrived = this.cart.run();
        this.fillIn();
    }

    render() {
        return html`<div class="page">
            <h1>Checkout</h1>
            ${this.cart.render({
                what: 'Your cart',
                comfort: 'Nothing was ordered and nothing was charged.',
                skeleton:
                    () => html`<div class="with-side" aria-hidden="true"><div class="skeleton skeleton-tall"></div>
                    <div class="skeleton skeleton-block"></div></div>`,
                ready: (value) => (value.lines.length > 0 || this.busy ? this.full(value) : nothingToOrder()),
            })}
        </div>`;
    }

    full(value) {
        const option = this.options.value?.items.find(({ id }) => id === this.option);
        return html`<form class="with-side" novalidate @submit=${this.submit}>
            <div class="stack-large">
                ${this.form.errorSummary()} ${this.refused()} ${this.leftOver()}
                ${
                    user()
                        ? nothing
                        : html`<p class="soft">You order as a guest. <a
                            href="/account.html?next=/checkout.html">Sign in</a>
                    to use a saved address or card.</p>`
                }
                <fieldset class="card"><legend class="card-legend">Contact</legend>
                    ${this.form.field('email', 'E-mail address', {
                        type: 'email',
                        autocomplete: 'email',
                        inputmode: 'email',
                        hint: 'For the confirmation and delivery news.',
                    })}
                </fieldset>
                <fieldset class="card"><legend
                    class="card-legend">Delivery address</legend>${addressFields(this.form)}</fieldset>
                <fieldset class="card"><legend class="card-legend">Delivery</legend>${this.delivery()}</fieldset>
                <fieldset class="card"><legend class="card-legend">Payment</legend>${this.payment()}</fieldset>
            </div>
            <aside class="card side" aria-label="Your order">
                <h2 class="card-title">Your order</h2>
                ${orderLines(value.lines)}
                ${costs(value.totals, { units: unitsOf(value), delivery: option?.price })}
                <button class="button button-wide" data-test="place-order"
                    aria-disabled=${this.busy || this.whyNot() ? 'true' : nothing}
                    aria-describedby="order-note">
                    ${this.busy ? 'Placing your order…' : 'Place order and pay'}</button>
                ${this.orderNote()}
            </aside>
        </form>`;
    }

    /** Why an order cannot be placed at this moment; nothing when it can. */
    whyNot() {
        if (refused('checkout')) {
            return sentenceOf('checkout');
        }
        return this.method === '' && refused('pay') ? sentenceOf('pay') : '';
    }

    orderNote() {
        const text = this.whyNot() || (stateOf('checkout') === 'later' ? sentenceOf('checkout') : '');
        return text
            ? html`<p class="why-not" id="order-note" data-test="order-note">${icon('info')} ${text}</p>`
            : html`<p class="small soft side-note" id="order-note">The amount is set aside now and charged when your parcel
                leaves.</p>`;
    }

    delivery() {
        if (!this.form.values.postalCode?.trim()) {
            return html`<p class="soft">Enter your postal code to see when we can be there.</p>`;
        }
        return this.options.render({
            what: 'The delivery options',
            skeleton: () => html`<p class="skeleton skeleton-block" aria-label="Loading delivery options"></p>`,
            ready: ({ items }) =>
                html`<div class="choices">${items.map(
                    (one) => html`<label class="choice" data-test="delivery-option">
                <input type="radio" name="delivery" value=${one.id} .checked=${one.id === this.option}
                    @change=${() => (this.option = one.id)} />
                <span class="choice-text"><strong>${one.title}</strong><br /><span
                    class="small">${promise(one.promise)}</span></span>
                <span class="number strong">${one.price.amount === 0 ? 'Free' : money(one.price)}</span>
            </label>`,
                )}</div>`,
        });
    }

    payment() {
        const choice = (
            token,
            text,
        ) => html`<label class="choice"><input type="radio" name="method" .checked=${this.method === token}
            data-test="payment-choice" @change=${() => (this.method = token)} /><span
                class="choice-text">${text}</span>${icon('card')}</label>`;
        return html`${
            this.methods.length > 0
                ? html`<div class="choices">
                ${this.methods.map((one) => choice(one.token, `${cardBrand(one.brand)} ending in ${one.last4}, ${one.expMonth}/${one.expYear}`))}
                ${choice('', 'Another card')}
            </div>`
                : nothing
        }
            ${this.method === '' ? cardFields(this.form) : nothing}`;
    }

    refused() {
        return this.refusal
            ? html`<div class="note note-bad" id="refusal" role="alert" tabindex="-1" data-test="refusal">
            ${icon('alert')}<div><strong>${this.refusal.title}</strong><p>${this.refusal.text}</p>
            ${this.refusal.link ? html`<a href="/cart.html">Go to your cart</a>` : nothing}</div></div>`
            : nothing;
    }

    leftOver() {
        const attempt = this.busy ? null : unanswered();
        return attempt
            ? html`<div class="note note-warn" data-test="unanswered">${icon('info')}<div>
            <strong>We do not know yet whether your last order arrived.</strong>
            <p>Ask again before you order anew; it cannot be charged twice.</p>
            <button type="button" class="button button-quiet button-small"
                @click=${() => this.send(attempt.body)}>Ask again</button>
        </div></div>`
            : nothing;
    }

    postalCodeEntered() {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.form.values.postalCode?.trim() && this.options.run(), WAIT_MILLIS);
    }

    async loadOptions() {
        const { id } = this.cart.value;
        const answer = await get('/api/delivery-options', {
            query: { cart: id, postalCode: this.form.values.postalCode.trim() },
        });
        if (!answer.items.some((one) => one.id === this.option)) {
            this.option = answer.items[0]?.id;
        }
        return answer;
    }

    async fillIn() {
        if (!user()) {
            return;
        }
        const nothingSaved = () => ({ items: [] });
        const [book, methods] = await Promise.all([
            get('/api/me/addresses').catch(nothingSaved),
            get('/api/me/payment-methods').catch(nothingSaved),
        ]);
        const saved = book.items.find(({ preferred }) => preferred) ?? book.items[0];
        if (saved && !this.form.values.street) {
            this.form.reset({ ...this.form.values, ...saved.address, email: this.form.values.email });
            await this.arrived;
            if (this.cart.value?.id) {
                this.options.run();
            }
        }
        this.methods = methods.items;
        this.method = methods.items[0]?.token ?? '';
    }

    async submit(event) {
        event.preventDefault();
        if (this.busy || this.whyNot()) {
            return;
        }
        this.refusal = null;
        const fields = ['email', ...Object.keys(ADDRESS_RULES), ...(this.method ? [] : Object.keys(CARD_RULES))];
        if (!this.form.valid(fields)) {
            return;
        }
        this.busy = true;
        try {
            if (!this.option) {
                await this.options.run();
            }
            await this.send(await this.body());
        } catch (problem) {
            this.refuse(problem);
        } finally {
            this.busy = false;
        }
    }

    async body() {
        const { values } = this.form;
        return {
            cart: this.cart.value.id,
            email: values.email.trim(),
            address: addressOf(values),
            deliveryOption: this.option,
            payment: { token: this.method || (await this.cardToken()) },
        };
    }

    /** One token per card, also when the order is sent again. */
    async cardToken() {
        const { number, expiry, cvc, name } = this.form.values;
        const card = [number, expiry, cvc].join();
        if (this.tokenised?.card !== card) {
            this.tokenised = { card, token: (await tokenise(this.form.values, name)).token };
        }
        return this.tokenised.token;
    }

    async send(body) {
        this.busy = true;
        try {
            const order = await place(body);
            keepOrderToken(order.number, order.orderToken);
            forget();
            location.assign(orderLink(order.number, order.orderToken).replace('#', '&placed=1#'));
        } catch (problem) {
            this.refuse(problem);
        } finally {
            this.busy = false;
        }
    }

    refuse(problem) {
        if (!(problem instanceof Problem)) {
            throw problem;
        }
        if (
            problem.status === 400 &&
            problem.errors.some(({ pointer }) => pointer?.split('/').at(-1) in this.form.rules)
        ) {
            this.form.refuse(problem);
            return;
        }
        if (['OUT_OF_STOCK', 'PRICE_CHANGED'].includes(problem.code)) {
            this.cart.run({ quietly: true });
        }
        this.refusal = explained(problem, this.cart.value?.lines ?? []);
        this.updateComplete.then(() => document.getElementById('refusal')?.focus());
    }
}

customElements.define('checkout-page', CheckoutPage);
