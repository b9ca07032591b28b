import { html } from 'lit';
import { get } from '../client/api.js';
import { categories, categoryLink, topmost } from '../client/catalogue.js';
import { plural } from '../client/words.js';
import { LightElement } from '../components/light-element.js';
import { Loader } from '../components/loader.js';
import { icon } from '../components/icon.js';
import { productGrid, productSkeletons } from '../components/product-card.js';
import '../components/site-header.js';
import '../components/site-footer.js';

const SECTIONS = 12;
const RAIL = 10;

/** The front door: what the shop is, its sections, and things to buy at once. */
class HomePage extends LightElement {
    constructor() {
        super();
        this.sections = new Loader(this, async () => topmost(await categories()).slice(0, SECTIONS));
        this.popular = new Loader(this, () => get('/api/products', { query: { limit: RAIL } }));
        this.newest = new Loader(this, () => get('/api/products', { query: { limit: RAIL, sort: 'newest' } }));
        [this.sections, this.popular, this.newest].forEach((loader) => loader.run());
    }

    render() {
        return html`${hero()}
            <div class="page">
                <section aria-labelledby="sections-title">
                    <h2 class="section-title" id="sections-title">Shop by category</h2>
                    ${this.sections.render({
                        what: 'The categories',
                        skeleton: () => html`<ul class="sections" aria-hidden="true">
                            ${Array.from({ length: 9 }, () => html`<li class="section skeleton"></li>`)}</ul>`,
                        ready: (items) => html`<ul class="sections">${items.map(section)}</ul>`,
                    })}
                </section>
                ${this.rail('Popular right now', 'popular', '/products.html')}
                ${this.rail('New in the shop', 'newest', '/products.html?sort=newest')}
            </div>`;
    }

    rail(title, name, href) {
        return html`<section aria-labelledby="${name}-title">
            <div class="row row-between section-title">
                <h2 id="${name}-title">${title}</h2><a href=${href}>See all<span
                    class="visually-hidden"> of ${title}</span></a>
            </div>
            ${this[name].render({
                what: title,
                skeleton: () => productSkeletons(RAIL),
                ready: ({ items }) => productGrid(items),
            })}
        </section>`;
    }
}

function hero() {
    return html`<section class="hero">
        <div class="hero-inner">
            <div class="hero-words">
                <h1>From the click<br />to the doorbell.</h1>
                <p>Order in a minute, without an account. Then watch it being picked, packed and driven to your door, live on a map.</p>
                <p class="row">
                    <a class="button button-light" href="/products.html" data-test="hero-shop">Start shopping</a>
                    <a class="button button-outline" href="/track.html">Track a parcel</a>
                </p>
            </div>
            <img src="/design/hero.svg" alt="" width="560" height="360" />
        </div>
        <ul class="hero-facts">
            <li>${icon('box')} Held for you while you shop</li>
            <li>${icon('truck')} A delivery window you choose</li>
            <li>${icon('undo')} Returns from your order page</li>
        </ul>
    </section>`;
}

function section({ id, title, image, products }) {
    return html`<li class="section" data-test="category-card">
        <img src=${image} alt="" width="72" height="72" />
        <span><a href=${categoryLink(id)}>${title}</a><span
            class="small soft">${plural(products, 'product')}</span></span>
    </li>`;
}

customElements.define('home-page', HomePage);
