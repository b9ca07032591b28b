import { html, nothing } from 'lit';
import { get } from '../client/api.js';
import { categories, categoryLink, productLink } from '../client/catalogue.js';
import { money, plural } from '../client/words.js';
import { icon } from './icon.js';
import { LightElement } from './light-element.js';

const WAIT_MILLIS = 180;
const LONGEST = 8;

/** The search field with suggestions: the combobox pattern of WAI-ARIA with categories and products mixed. */
class SearchBox extends LightElement {
    static properties = { options: { state: true }, active: { state: true }, open: { state: true } };

    constructor() {
        super();
        this.options = [];
        this.active = -1;
        this.open = false;
        this.typed = new URLSearchParams(location.search).get('q') ?? '';
    }

    render() {
        const expanded = this.open && this.options.length > 0;
        return html`<form class="search" role="search" action="/products.html" @submit=${this.submitted}
            @focusout=${this.left}>
            <label class="visually-hidden" for="search">Search products</label>
            <input class="input" id="search" name="q" type="search" autocomplete="off"
                placeholder="Search products or a SKU"
                data-test="search-box" role="combobox" aria-expanded=${expanded} aria-controls="search-options"
                aria-autocomplete="list"
                    aria-activedescendant=${this.active < 0 ? nothing : 'search-option-' + this.active}
                .defaultValue=${this.typed} @input=${this.entered} @keydown=${this.pressed} />
            <button class="search-go" data-test="search-submit">${icon('search')}<span
                class="visually-hidden">Search</span></button>
            <ul class="search-options" id="search-options" role="listbox" aria-label="Suggestions" ?hidden=${!expanded}>
                ${this.options.map((option, i) => this.row(option, i))}
            </ul>
            <span class="visually-hidden"
                role="status">${expanded ? plural(this.options.length, 'suggestion') : ''}</span>
        </form>`;
    }

    row(option, i) {
        return html`<li id="search-option-${i}" role="option" aria-selected=${i === this.active} data-test="suggestion"
            @mousedown=${(event) => event.preventDefault()} @click=${() => this.go(option)}>
            ${option.image ? html`<img src=${option.image} alt="" width="40" height="40" />` : icon('tag')}
            <span class="search-text">${marked(option.text, this.typed)}</span>
            <span class="small soft number">${option.note}</span>
        </li>`;
    }

    get input() {
        return this.querySelector('input');
    }

    entered(event) {
        this.typed = event.target.value;
        this.active = -1;
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.suggest(this.typed.trim()), WAIT_MILLIS);
    }

    async suggest(words) {
        if (words.length < 2) {
            this.options = [];
            return;
        }
        const [found, all] = await Promise.all([
            get('/api/products', { query: { q: words, limit: 6 } }).catch(() => ({ items: [] })),
            categories().catch(() => []),
        ]);
        if (words !== this.typed.trim()) {
            return;
        }
        const inside = all.filter(({ title }) => title.toLowerCase().includes(words.toLowerCase())).slice(0, 2);
        this.options = [
            ...inside.map((one) => ({ text: one.title, note: 'Category', href: categoryLink(one.id) })),
            ...found.items.map((one) => ({
                text: one.title,
                note: money(one.price),
                image: one.image,
                href: productLink(one),
            })),
        ].slice(0, LONGEST);
        this.open = true;
    }

    pressed(event) {
        const last = this.options.length - 1;
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            if (last >= 0) {
                event.preventDefault();
                this.open = true;
                const next = this.active + (event.key === 'ArrowDown' ? 1 : -1);
                this.choose(next > last ? -1 : next < -1 ? last : next);
            }
        } else if (event.key === 'Escape' && this.open) {
            event.preventDefault();
            this.open = false;
            this.choose(-1);
        } else if (event.key === 'Enter' && this.active >= 0) {
            event.preventDefault();
            this.go(this.options[this.active]);
        }
    }

    choose(i) {
        this.active = i;
        this.input.value = i < 0 ? this.typed : this.options[i].text;
    }

    left(event) {
        if (!this.contains(event.relatedTarget)) {
            this.open = false;
        }
    }

    go(option) {
        location.assign(option.href);
    }

    submitted(event) {
        if (!this.input.value.trim()) {
            event.preventDefault();
            this.input.focus();
        }
    }
}

/** The part that was typed is plain, the part that is new is bold. */
function marked(text, typed) {
    const words = typed.trim().toLowerCase();
    const at = words ? text.toLowerCase().indexOf(words) : -1;
    return at < 0
        ? html`<b>${text}</b>`
        : html`<b>${text.slice(0, at)}</b>${text.slice(at, at + words.length)}<b>${text.slice(at + words.length)}</b>`;
}

customElements.define('search-box', SearchBox);
