import { html, nothing } from 'lit';
import { get } from '../client/api.js';
import { below, categories, categoryLink, pathTo, topmost } from '../client/catalogue.js';
import { money, plural } from '../client/words.js';
import { icon } from '../components/icon.js';
import { LightElement } from '../components/light-element.js';
import { Loader } from '../components/loader.js';
import { productGrid, productSkeletons } from '../components/product-card.js';
import { toast } from '../components/toast.js';
import { PAGE, SORTS, asked, chips, linkTo, readQuery } from './products-query.js';
import '../components/facet-panel.js';
import '../components/site-header.js';
import '../components/site-footer.js';

const LARGEST = 96;

/** The product list; its whole state is in the address. */
class ProductsPage extends LightElement {
    static properties = { more: { state: true }, tree: { state: true }, filtersOpen: { state: true } };

    constructor() {
        super();
        this.query = readQuery();
        this.tree = [];
        this.filtersOpen = matchMedia('(min-width: 60rem)').matches;
        this.list = new Loader(this, () => this.load());
        categories().then(
            (all) => (this.tree = all),
            () => undefined,
        );
        this.list.run().then(() => this.back());
        window.addEventListener('popstate', () => this.go(readQuery(), false));
        window.addEventListener('pagehide', () => history.replaceState({ scroll: window.scrollY }, ''));
    }

    render() {
        const { query, list } = this;
        const trail = query.category ? pathTo(this.tree, query.category) : [];
        const title = query.q ? `Results for “${query.q}”` : (trail.at(-1)?.title ?? 'All products');
        document.title = `${title} · ECAMazon`;
        return html`<div class="page">
            ${crumbs(trail)}
            <div class="list-head">
                <h1>${title}</h1>
                <p class="soft" role="status" aria-live="polite" data-test="total">
                    ${list.value && !list.problem ? plural(list.value.total, 'product') : nothing}
                </p>
            </div>
            ${this.children(query)} ${this.bar(query)}
            <div class="list-body">
                <aside class="filters" aria-label="Filters" ?hidden=${!this.filtersOpen}>
                    <facet-panel .facets=${list.value?.facets ?? []} .query=${query}
                        @narrow=${(e) => this.narrow(e.detail)}></facet-panel>
                </aside>
                <div class="list-items" aria-busy=${list.loading}>
                    ${
                        list.loading
                            ? productSkeletons(PAGE / 2)
                            : list.render({
                                  what: 'The products',
                                  comfort: 'Your search and filters are kept.',
                                  skeleton: () => productSkeletons(PAGE / 2),
                                  ready: (page) => this.items(page),
                              })
                    }
                </div>
            </div>
        </div>`;
    }

    children(query) {
        const inside = query.category ? below(this.tree, query.category) : [];
        return inside.length > 0
            ? html`<nav class="row chips" aria-label="Subcategories">
                  ${inside.map(({ id, title }) => html`<a class="chip" href=${categoryLink(id)}>${title}</a>`)}</nav>`
            : nothing;
    }

    bar(query) {
        const on = chips(
            query,
            (name, value) => this.label(name, value),
            (cents) => money({ amount: cents, currency: 'EUR' }),
        );
        return html`<div class="row list-bar">
            <button class="button button-quiet button-small" aria-expanded=${this.filtersOpen}
                data-test="filters-toggle"
                @click=${() => (this.filtersOpen = !this.filtersOpen)}>${icon('filter')} Filters</button>
            ${on.map(
                ({ text, without }) => html`<a class="chip chip-on" href=${linkTo(without)} data-test="chip"
                @click=${(event) => this.follow(event, without)}>${text} ${icon('cross')}<span
                    class="visually-hidden">remove</span></a>`,
            )}
            ${
                on.length > 1
                    ? html`<a href="/products.html" class="small" data-test="clear-all"
                @click=${(event) => this.follow(event, readQuery(''))}>Clear all</a>`
                    : nothing
            }
            <label class="list-sort"><span class="small soft">Sort by</span>
                <select class="input input-small" data-test="sort"
                    @change=${(e) => this.narrow({ sort: e.target.value })}>
                    ${SORTS.map(([value, text]) => html`<option value=${value}
                        ?selected=${value === query.sort}>${text}</option>`)}
                </select></label>
        </div>`;
    }

    items({ items, total, next }) {
        if (items.length === 0) {
            return this.nothingFound();
        }
        const further = { ...this.query, page: this.query.page + 1 };
        return html`${productGrid(items, 4)}
            <div class="list-more">
                <p class="soft small">${items.length} of ${plural(total, 'product')}</p>
                ${
                    next
                        ? html`<a class="button button-quiet" href=${linkTo(further)} data-test="load-more"
                    aria-disabled=${this.more ? 'true' : nothing} @click=${(event) => this.loadMore(event, further)}>
                    ${this.more ? 'Loading…' : 'Load more'}</a>`
                        : nothing
                }
            </div>`;
    }

    nothingFound() {
        return html`<div class="empty" data-test="no-results">${icon('search')}
            <h2>Nothing matches</h2>
            <p>Try fewer or other words${this.query.brand.length || this.query.minPrice || this.query.maxPrice ? ', or take a filter off' : ''}.</p>
            <p class="row chips">${topmost(this.tree)
                .slice(0, 6)
                .map(({ id, title }) => html`<a class="chip" href=${categoryLink(id)}>${title}</a>`)}</p>
            <a class="button" href="/products.html">See all products</a>
        </div>`;
    }

    label(name, value) {
        const facet = this.list.value?.facets.find((one) => one.name === name);
        const known = facet?.values.find((one) => one.value === value)?.label;
        return known || (name === 'category' ? this.tree.find(({ id }) => id === value)?.title : undefined) || value;
    }

    /** As many pages as the address says, in as few calls as the shop allows. */
    async load() {
        const wanted = this.query.page * PAGE;
        let page = await get('/api/products', { query: asked(this.query, Math.min(wanted, LARGEST)) });
        let items = page.items;
        while (page.next && items.length < wanted) {
            page = await get('/api/products', {
                query: asked(this.query, Math.min(wanted - items.length, LARGEST), page.next),
            });
            items = [...items, ...page.items];
        }
        return { ...page, items };
    }

    async loadMore(event, further) {
        event.preventDefault();
        if (this.more) {
            return;
        }
        this.more = true;
        const before = this.list.value;
        try {
            const page = await get('/api/products', { query: asked(this.query, PAGE, before.next) });
            this.query = further;
            history.replaceState(null, '', linkTo(further));
            this.list.set({ ...before, items: [...before.items, ...page.items], next: page.next });
        } catch (problem) {
            toast(problem.title, { bad: true });
        } finally {
            this.more = false;
        }
    }

    narrow(change) {
        this.go({ ...this.query, ...change, page: 1 }, true);
    }

    follow(event, query) {
        event.preventDefault();
        this.go(query, true);
    }

    go(query, push) {
        this.query = query;
        if (push) {
            history.pushState(null, '', linkTo(query));
        }
        this.list.run();
    }

    /** Back from a product: where one was. */
    async back() {
        await this.updateComplete;
        if (history.state?.scroll) {
            window.scrollTo(0, history.state.scroll);
        }
    }
}

function crumbs(trail) {
    return html`<nav class="crumbs" aria-label="Breadcrumb"><ol>
        <li><a href="/">Home</a></li>
        <li><a href="/products.html">All products</a></li>
        ${trail.map(({ id, title }) => html`<li><a href=${categoryLink(id)}>${title}</a></li>`)}
    </ol></nav>`;
}

customElements.define('products-page', ProductsPage);
