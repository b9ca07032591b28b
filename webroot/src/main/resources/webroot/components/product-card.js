import { html, nothing } from 'lit';
import { refused, renderWith, sentenceOf } from '../client/capabilities.js';
import { addToCart } from '../client/cart.js';
import { productLink } from '../client/catalogue.js';
import { Problem } from '../client/problem.js';
import { money } from '../client/words.js';
import { icon } from './icon.js';
import { LightElement } from './light-element.js';
import { toast } from './toast.js';

const FEW = 10;

/** Says plainly how many units there are. @param {number} available 99 for more */
export function stockWords(available) {
    if (available <= 0) {
        return html`<span class="stock stock-out" data-test="stock-state">Out of stock</span>`;
    }
    return available < FEW
        ? html`<span class="stock stock-few" data-test="stock-state">Only ${available} left</span>`
        : html`<span class="stock stock-in" data-test="stock-state">In stock</span>`;
}

/** Puts units into the cart and says how it went. @returns {Promise<boolean>} whether they are in it */
export async function buy(sku, title, quantity = 1) {
    try {
        await addToCart(sku, quantity);
        toast(`${title} is in your cart.`, { href: '/cart.html', action: 'Open cart' });
        return true;
    } catch (problem) {
        if (!(problem instanceof Problem)) {
            throw problem;
        }
        toast(problem.code === 'OUT_OF_STOCK' ? refusal(problem) : problem.message, { bad: true });
        return false;
    }
}

function refusal({ errors: [fault] }) {
    return fault?.available > 0
        ? `Only ${fault.available} are left; your cart was not changed.`
        : 'Sorry, that just sold out.';
}

/** A product in a list: one link, and a button that puts its default variant into the cart. */
class ProductCard extends LightElement {
    static properties = { item: { attribute: false }, eager: { type: Boolean }, busy: { state: true } };

    constructor() {
        super();
        renderWith(this);
    }

    render() {
        const { item } = this;
        return html`<article class="product" data-test="product-card" data-product=${item.id} data-sku=${item.sku}>
            <div class="product-picture">
                <img src=${item.image} alt="" width="320" height="320" loading=${this.eager ? 'eager' : 'lazy'} />
            </div>
            <p class="product-brand">${item.brand ?? nothing}</p>
            <h3 class="product-title"><a href=${productLink(item)}>${item.title}</a></h3>
            <div class="product-foot">
                <div>
                    <p class="price" data-test="price">${money(item.price)}</p>
                    ${stockWords(item.available)}
                </div>
                <button class="button button-icon product-add" data-test="card-add"
                    ?disabled=${item.available <= 0 || this.busy || refused('add')}
                    title=${refused('add') ? sentenceOf('add') : nothing} @click=${this.add}>${icon('plus')}<span
                        class="visually-hidden">Add ${item.title} to cart</span></button>
            </div>
        </article>`;
    }

    async add() {
        this.busy = true;
        await buy(this.item.sku, this.item.title).finally(() => (this.busy = false));
    }
}

customElements.define('product-card', ProductCard);

/** Products beside each other. @param {any[]} items @param {number} [eager] how many are above the fold */
export function productGrid(items, eager = 0) {
    return html`<ul class="products" data-test="products">
        ${items.map((item, i) => html`<li><product-card .item=${item} ?eager=${i < eager}></product-card></li>`)}
    </ul>`;
}

/** The place of so many products that are on their way. */
export function productSkeletons(count) {
    return html`<ul class="products" aria-hidden="true">
        ${Array.from(
            { length: count },
            () => html`<li><div class="product">
            <div class="product-picture skeleton"></div>
            <p class="product-brand skeleton"></p><p class="product-title skeleton"></p>
            <div class="product-foot"><p class="skeleton skeleton-price"></p></div>
        </div></li>`,
        )}
    </ul>`;
}
