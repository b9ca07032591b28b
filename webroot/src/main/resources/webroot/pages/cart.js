import { html, nothing } from 'lit';
import { refused, renderWith } from '../client/capabilities.js';
import { addCode, cart, changeLine, onCart, removeCode, removeLine, unitsOf } from '../client/cart.js';
import { Problem } from '../client/problem.js';
import { required } from '../client/rules.js';
import { money, plural, time } from '../client/words.js';
import { Form } from '../components/form.js';
import { icon } from '../components/icon.js';
import { LightElement } from '../components/light-element.js';
import { Loader } from '../components/loader.js';
import { costs } from '../components/order-parts.js';
import '../components/quantity-stepper.js';
import '../components/site-header.js';
import '../components/site-footer.js';

/** The cart: what is held, for how long, and what it costs. */
class CartPage extends LightElement {
    static properties = { busy: { state: true }, refusals: { state: true }, said: { state: true } };

    constructor() {
        super();
        renderWith(this);
        this.refusals = {};
        this.said = '';
        this.cart = new Loader(this, async () => (await cart()) ?? { lines: [] });
        this.code = new Form(this, 'promotion', { code: required('a code') });
        this.cart.run();
    }

    connectedCallback() {
        super.connectedCallback();
        this.stop = onCart((units) => {
            if (!this.busy && this.cart.value && units !== unitsOf(this.cart.value)) {
                this.cart.run({ quietly: true }); // Changed in another tab.
            }
        });
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.stop();
    }

    render() {
        return html`<div class="page">
            <h1>Your cart</h1>
            <p class="visually-hidden" role="status" aria-live="polite">${this.said}</p>
            ${this.cart.render({ what: 'Your cart', comfort: 'What you put in is still held for you.', skeleton, ready: (value) => (value.lines.length > 0 ? this.full(value) : empty()) })}
        </div>`;
    }

    full(value) {
        return html`<div class="with-side">
            <div>
                ${
                    value.heldUntil
                        ? html`<p class="soft small held">${icon('box')} <span>These items are held for you until
                    <strong>${time(value.heldUntil)}</strong>. After that others can buy them.</span></p>`
                        : nothing
                }
                <ul data-test="cart-lines">${value.lines.map((line) => this.line(value, line))}</ul>
            </div>
            <aside class="card side" aria-label="Total">
                <h2 class="card-title">Total</h2>
                ${costs(value.totals, { units: unitsOf(value) })}
                ${this.codes(value)}
                <a class="button button-wide" href="/checkout.html" data-test="go-to-checkout">Go to checkout</a>
                <p class="small soft side-note">No account needed.</p>
            </aside>
        </div>`;
    }

    line(value, line) {
        const refusal = this.refusals[line.id];
        return html`<li class="cart-line" data-test="cart-line" data-sku=${line.sku}>
            <img src=${line.image} alt="" width="112" height="112" loading="lazy" />
            <div class="cart-line-words">
                <h2><a href="/product.html?id=${encodeURIComponent(line.product)}&sku=${encodeURIComponent(line.sku)}">${line.title}</a></h2>
                <p class="small soft">${money(line.unitPrice)} each</p>
                ${refusal ? html`<p class="field-error" role="alert"
                    data-test="line-problem">${icon('alert')} ${refusal}</p>` : nothing}
                <div class="row">
                    <quantity-stepper .value=${line.quantity} .max=${999} label="Quantity of ${line.title}"
                        ?disabled=${this.busy || refused('add')}
                        @quantity=${(e) => this.change(line, () => changeLine(value.id, line.id, e.detail))}></quantity-stepper>
                    <button class="button button-bare button-small" data-test="cart-remove" ?disabled=${this.busy}
                        @click=${() => this.change(line, () => removeLine(value.id, line.id), `${line.title} was removed.`)}>
                        Remove<span class="visually-hidden"> ${line.title}</span></button>
                </div>
            </div>
            <p class="price" data-test="line-total">${money(line.total)}</p>
        </li>`;
    }

    codes(value) {
        return html`<div class="codes">
            ${(value.codes ?? []).map(
                (code) => html`<p class="chip chip-on">${code}
                <button class="link" aria-label="Remove code ${code}"
                    @click=${() => this.change(null, () => removeCode(value.id, code))}>
                    ${icon('cross')}</button></p>`,
            )}
            <details>
                <summary>Add a promotion code</summary>
                <form class="code-form" novalidate @submit=${(event) => this.enterCode(event, value)}>
                    ${this.code.field('code', 'Code', { max: 40 })}
                    <button class="button button-quiet" data-test="promo-apply" ?disabled=${this.busy}>Apply</button>
                </form>
            </details>
        </div>`;
    }

    async change(line, action, said = 'The cart was changed.') {
        this.busy = true;
        this.refusals = {};
        try {
            this.cart.set((await action()) ?? { lines: [] });
            this.said = said;
        } catch (problem) {
            this.refuse(line, problem);
        } finally {
            this.busy = false;
        }
    }

    refuse(line, problem) {
        if (!(problem instanceof Problem)) {
            throw problem;
        }
        const left = problem.errors[0]?.available;
        const text =
            problem.code === 'OUT_OF_STOCK' && left !== undefined
                ? `There are only ${plural(left, 'unit')} left; you still have ${line.quantity}.`
                : problem.message;
        this.refusals = line ? { [line.id]: text } : {};
        this.requestUpdate();
    }

    async enterCode(event, value) {
        event.preventDefault();
        if (!this.code.valid()) {
            return;
        }
        this.busy = true;
        try {
            this.cart.set(await addCode(value.id, this.code.values.code.trim()));
            this.code.reset();
            this.said = 'The code was added.';
        } catch (problem) {
            this.code.errors = { code: problem.detail ?? problem.title };
        } finally {
            this.busy = false;
        }
    }
}

function empty() {
    return html`<div class="empty" data-test="cart-empty">${icon('cart')}<h2>Your cart is empty</h2>
        <p>What you add is held for you for ten minutes.</p><a class="button"
            href="/products.html">Find something</a></div>`;
}

function skeleton() {
    return html`<div class="with-side" aria-hidden="true">
        <div class="stack"><p class="skeleton skeleton-block"></p><p class="skeleton skeleton-block"></p></div>
        <div class="skeleton skeleton-block"></div></div>`;
}

customElements.define('cart-page', CartPage);
