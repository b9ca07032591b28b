import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { count, words } from '../client/words.js';
import { LightElement } from './light-element.js';

const SHOWN = 8;

/**
 * What a list can be narrowed by. Fires `narrow` with the changed part of the query, such as `{brand: ['Acme']}`.
 * A facet that one value can be chosen of shows links of one choice, `brand` shows several.
 */
class FacetPanel extends LightElement {
    static properties = { facets: { attribute: false }, query: { attribute: false }, all: { state: true } };

    constructor() {
        super();
        this.all = {};
    }

    render() {
        const shown = this.facets.filter(
            ({ name, values }) => (name === 'category' || name === 'brand') && values.length > 0,
        );
        return html`${shown.map((facet) => this.facet(facet))} ${this.price()}`;
    }

    facet({ name, values }) {
        const chosen = [this.query[name] ?? []].flat();
        const visible = this.all[name] ? values : values.slice(0, SHOWN);
        return html`<fieldset class="facet" data-test="facet-${name}">
            <legend>${words(name)}</legend>
            ${visible.map(
                ({ value, label, count: products }) => html`<label class="check">
                <input type="checkbox" .checked=${chosen.includes(value)}
                    ?disabled=${products === 0 && !chosen.includes(value)}
                    data-value=${value} @change=${() => this.toggle(name, value, chosen)} />
                <span>${label || value} <span class="soft small number">${count(products)}</span></span>
            </label>`,
            )}
            ${
                values.length > SHOWN
                    ? html`<button class="link small"
                        @click=${() => (this.all = { ...this.all, [name]: !this.all[name] })}>
                      ${this.all[name] ? 'Show fewer' : `Show all ${values.length}`}</button>`
                    : nothing
            }
        </fieldset>`;
    }

    price() {
        const euros = (cents) => (cents ? String(cents / 100) : '');
        return html`<fieldset class="facet" data-test="facet-price">
            <legend>Price in euros</legend>
            ${this.steps()}
            <form class="facet-price" @submit=${this.priced}>
                <label><span class="visually-hidden">From</span><input class="input input-small" name="min"
                    inputmode="decimal"
                    placeholder="From" data-test="price-min" .value=${euros(this.query.minPrice)} /></label>
                <span aria-hidden="true">–</span>
                <label><span class="visually-hidden">To</span><input class="input input-small" name="max"
                    inputmode="decimal"
                    placeholder="To" data-test="price-max" .value=${euros(this.query.maxPrice)} /></label>
                <button class="button button-quiet button-small" data-test="price-apply">Apply</button>
            </form>
        </fieldset>`;
    }

    /** The steps that the shop counted, as choices of one. */
    steps() {
        const values = this.facets.find(({ name }) => name === 'price')?.values ?? [];
        const { minPrice = 0, maxPrice } = this.query;
        return values.map(({ value, label, count: products }) => {
            const [min, max] = value.split('-').map((text) => Number(text) || undefined);
            const on = (min ?? 0) === minPrice && max === maxPrice;
            return html`<label class="check">
                <input type="checkbox" .checked=${live(on)} ?disabled=${products === 0 && !on} data-value=${value}
                    @change=${() => this.narrow(on ? { minPrice: undefined, maxPrice: undefined } : { minPrice: min, maxPrice: max })} />
                <span>${label} <span class="soft small number">${count(products)}</span></span>
            </label>`;
        });
    }

    toggle(name, value, chosen) {
        const others = chosen.filter((one) => one !== value);
        const now = others.length < chosen.length ? others : name === 'brand' ? [...chosen, value] : [value];
        this.narrow({ [name]: now });
    }

    priced(event) {
        event.preventDefault();
        const cents = (text) => {
            const number = Number.parseFloat(text.replace(',', '.'));
            return Number.isFinite(number) && number > 0 ? Math.round(number * 100) : undefined;
        };
        let [minPrice, maxPrice] = ['min', 'max'].map((name) => cents(event.target.elements[name].value));
        if (minPrice && maxPrice && minPrice > maxPrice) {
            [minPrice, maxPrice] = [maxPrice, minPrice];
        }
        this.narrow({ minPrice, maxPrice });
    }

    narrow(change) {
        this.dispatchEvent(new CustomEvent('narrow', { detail: change }));
    }
}

customElements.define('facet-panel', FacetPanel);
