import { html, nothing } from 'lit';
import { get, path } from '../client/api.js';
import { refused, renderWith, sentenceOf, stateOf } from '../client/capabilities.js';
import { categories, categoryLink, pathTo, productLink } from '../client/catalogue.js';
import { follow } from '../client/live.js';
import { money, words } from '../client/words.js';
import { icon } from '../components/icon.js';
import { LightElement } from '../components/light-element.js';
import { Loader } from '../components/loader.js';
import { buy, productGrid, productSkeletons, stockWords } from '../components/product-card.js';
import { describe } from './product-head.js';
import '../components/quantity-stepper.js';
import '../components/site-header.js';
import '../components/site-footer.js';
import '../components/variant-picker.js';

const MOST_FOLLOWED = 50;

/** One product: its variants, what is left of each as it changes, and what goes with it. */
class ProductPage extends LightElement {
    static properties = {
        sku: { state: true },
        quantity: { state: true },
        busy: { state: true },
        trail: { state: true },
    };

    constructor() {
        super();
        renderWith(this);
        const parameters = new URLSearchParams(location.search);
        this.productId = parameters.get('id') ?? '';
        this.sku = parameters.get('sku');
        this.quantity = 1;
        this.trail = [];
        this.stops = [];
        this.product = new Loader(this, () => this.load());
        this.similar = new Loader(this, () =>
            get(path`/api/products/${this.productId}/recommendations`, { query: { limit: 5 } }),
        );
        this.product.run();
        this.similar.run();
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.stops.forEach((stop) => stop());
    }

    async load() {
        const product = await get(path`/api/products/${this.productId}`);
        categories().then(
            (all) => (this.trail = pathTo(all, product.category)),
            () => undefined,
        );
        this.stops.forEach((stop) => stop());
        this.stops = product.variants
            .slice(0, MOST_FOLLOWED)
            .map(({ sku }) => follow('out.stock.' + sku, (news) => this.restock(news)));
        return product;
    }

    /** Units of variants as they are bought and come in. */
    restock({ sku, available }) {
        const product = this.product.value;
        if (product) {
            const fresh = (one) => (one.sku === sku ? { ...one, available } : one);
            this.product.set({ ...fresh(product), variants: product.variants.map(fresh) });
        }
    }

    render() {
        return html`<div class="page">
            ${
                this.product.problem?.status === 404
                    ? gone()
                    : this.product.render({
                          what: 'The product',
                          comfort: 'Your cart is not affected.',
                          skeleton,
                          ready: (product) => this.detail(product),
                      })
            }
            <section aria-labelledby="similar-title" ?hidden=${this.product.problem !== null}>
                <h2 class="section-title" id="similar-title">Goes well with it</h2>
                ${this.similar.render({
                    what: 'The recommendations',
                    skeleton: () => productSkeletons(5),
                    ready: ({ items }) =>
                        items.length > 0 ? productGrid(items) : html`<p class="soft">Nothing yet.</p>`,
                })}
            </section>
        </div>`;
    }

    updated() {
        const product = this.product.value;
        if (product && !this.product.problem) {
            describe(product, this.chosen(product), this.trail);
        }
    }

    chosen(product) {
        return product.variants.find(({ sku }) => sku === (this.sku ?? product.sku)) ?? product.variants[0] ?? product;
    }

    detail(product) {
        const variant = this.chosen(product);
        return html`<nav class="crumbs" aria-label="Breadcrumb"><ol>
                <li><a href="/">Home</a></li>
                ${this.trail.map(({ id, title }) => html`<li><a href=${categoryLink(id)}>${title}</a></li>`)}
            </ol></nav>
            <article class="detail" data-test="product" data-product=${product.id}>
                ${this.gallery(product, variant)}
                <div class="detail-facts">
                    ${product.brand ? html`<p class="product-brand">${product.brand}</p>` : nothing}
                    <h1 data-test="product-title">${product.title}</h1>
                    <p class="detail-price price" data-test="price">${money(variant.price)}</p>
                    <p class="small soft">Price includes tax. Delivery is shown before you pay.</p>
                    <variant-picker .variants=${product.variants} sku=${variant.sku}
                        @variant=${(event) => this.choose(product, event.detail)}></variant-picker>
                    <p aria-live="polite" data-test="availability">${stockWords(variant.available)}${stateOf('browse') === 'stale' ? html` <span
                        class="small soft">as we knew it last</span>` : nothing}</p>
                    <div class="row detail-buy">
                        <quantity-stepper .value=${this.quantity} .max=${Math.max(1, variant.available)}
                            ?disabled=${variant.available <= 0}
                                @quantity=${(event) => (this.quantity = event.detail)}></quantity-stepper>
                        <button class="button detail-add" data-test="add-to-cart"
                            ?disabled=${variant.available <= 0 || this.busy || refused('add')}
                            aria-describedby=${refused('add') ? 'why-not-add' : nothing}
                            @click=${() => this.add(product, variant)}>
                            ${icon('cart')} ${variant.available > 0 ? 'Add to cart' : 'Sold out'}</button>
                    </div>
                    ${refused('add') ? html`<p class="why-not" id="why-not-add"
                        data-test="why-not-add">${icon('info')} ${sentenceOf('add')}</p>` : nothing}
                    <ul class="promises small">
                        <li>${icon('box')} In your cart it is held for you for ten minutes.</li>
                        <li>${icon('truck')} Follow the van to your door, live.</li>
                        <li>${icon('undo')} Send it back from the order page.</li>
                    </ul>
                </div>
            </article>
            ${about(product, variant)}`;
    }

    gallery(product, variant) {
        const image = variant.image || product.image;
        const others = [...new Map(product.variants.map((one) => [one.image, one])).values()].filter(
            (one) => one.image,
        );
        return html`<div class="gallery">
            <div class="gallery-picture"><img src=${image}
                alt="${product.title}${variant.title && variant.title !== product.title ? ', ' + variant.title : ''}"
                width="640" height="640" fetchpriority="high" /></div>
            ${
                others.length > 1
                    ? html`<ul class="gallery-others">${others.map(
                          (one) => html`<li>
                <button aria-label="Show ${one.title}" aria-pressed=${one.image === image}
                    @click=${() => this.choose(product, one.sku)}>
                    <img src=${one.image} alt="" width="72" height="72" loading="lazy" /></button></li>`,
                      )}</ul>`
                    : nothing
            }
        </div>`;
    }

    choose(product, sku) {
        this.sku = sku;
        this.quantity = 1;
        history.replaceState(history.state, '', productLink(product, sku));
    }

    async add(product, variant) {
        this.busy = true;
        await buy(variant.sku, product.title, this.quantity).finally(() => (this.busy = false));
    }
}

function about(product, variant) {
    const facts = Object.entries({ ...product.attributes, ...variant.options });
    return html`<div class="detail-about">
        ${product.description ? html`<section><h2>About it</h2><p class="prose">${product.description}</p>
            </section>` : nothing}
        <section><h2>Details</h2><dl class="pairs">
            ${facts.map(([name, value]) => html`<dt>${words(name)}</dt><dd>${value}</dd>`)}
            <dt>SKU</dt><dd class="mono">${variant.sku}</dd>
            ${variant.gtin ? html`<dt>GTIN</dt><dd class="mono">${variant.gtin}</dd>` : nothing}
        </dl></section>
    </div>`;
}

function skeleton() {
    return html`<div class="crumbs"><p class="skeleton skeleton-line"></p></div><div class="detail" aria-hidden="true">
        <div class="gallery"><div class="gallery-picture skeleton"></div></div>
        <div class="detail-facts stack"><p class="skeleton skeleton-line"></p><p class="skeleton skeleton-title"></p>
            <p class="skeleton skeleton-line"></p><p class="skeleton skeleton-block"></p></div>
    </div>`;
}

function gone() {
    return html`<div class="empty" data-test="gone">${icon('box')}<h1>This product is not sold here any more</h1>
        <a class="button" href="/products.html">See all products</a></div>`;
}

customElements.define('product-page', ProductPage);
