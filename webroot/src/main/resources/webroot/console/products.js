import { html } from 'lit';
import { get, path } from '../client/api.js';
import { money } from '../client/words.js';
import { detail } from '../components/choices.js';
import { ConsolePage } from '../components/console-page.js';
import { icon } from '../components/icon.js';
import { Loader } from '../components/loader.js';
import '../components/data-table.js';
import './product-editor.js';

const COLUMNS = [
    { title: 'Product', cell: ({ title }) => title },
    { title: 'Brand', cell: ({ brand }) => brand ?? '' },
    { title: 'SKU', cell: ({ sku }) => html`<span class="mono">${sku}</span>` },
    { title: 'Price', number: true, cell: ({ price }) => money(price) },
    { title: 'Available', number: true, cell: ({ available }) => (available >= 99 ? '99+' : available) },
];

/** The catalogue and its editor. */
class ConsoleProducts extends ConsolePage {
    static roles = ['merchandiser'];
    static purpose = 'catalogue';
    static properties = { ...ConsolePage.properties, chosen: { state: true } };

    constructor() {
        super();
        this.q = '';
        this.load = (page) => get('/api/products', { query: { q: this.q, sort: this.q ? '' : 'newest', ...page } });
        this.product = new Loader(this, () => get(path`/api/products/${this.chosen}`));
    }

    view() {
        return html`${this.head(
            'Products',
            'What the shop sells. Changes are told to those who follow the catalogue.',
            html`<button class="button" data-test="product-new"
                @click=${this.fresh}>${icon('plus')} New product</button>`,
        )}
            <div class="console-bar"><div class="field"><label for="products-q">Words or a SKU</label>
                <input class="input" id="products-q" data-test="products-search" @input=${this.search} /></div></div>
            <div class="split">
                <data-table label="Products" rowTest="product-row" choosable .columns=${COLUMNS} .load=${this.load}
                    .chosen=${this.chosen}
                    nothing="No product matches." @choose=${(e) => this.choose(e.detail.id)}></data-table>
                ${detail(this.chosen, () => this.editor(), 'Choose a product to edit it.')}
            </div>`;
    }

    editor() {
        const saved = (event) => this.saved(event.detail);
        return this.chosen === 'new'
            ? html`<product-editor @saved=${saved}></product-editor>`
            : this.product.render({
                  what: 'The product',
                  skeleton: () => html`<div class="skeleton skeleton-block"></div>`,
                  ready: (product) =>
                      html`<product-editor .product=${product} @saved=${saved}
                          @removed=${this.removed}></product-editor>`,
              });
    }

    search(event) {
        this.q = event.target.value.trim();
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.querySelector('data-table').reload(), 250);
    }

    fresh() {
        this.chosen = 'new';
    }

    choose(id) {
        this.chosen = id;
        this.product.value = undefined;
        this.product.run();
    }

    saved(product) {
        this.chosen = product.id;
        this.product.set(product);
        this.querySelector('data-table').reload();
    }

    removed() {
        this.chosen = null;
        this.querySelector('data-table').reload();
    }
}

customElements.define('console-products', ConsoleProducts);
