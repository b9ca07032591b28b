import { html } from 'lit';
import { words } from '../client/words.js';
import { LightElement } from './light-element.js';

/** Chooses a variant by its options; fires `variant` with its SKU. A choice that is sold out is marked, not hidden. */
class VariantPicker extends LightElement {
    static properties = { variants: { attribute: false }, sku: {} };

    render() {
        const chosen = this.variants.find(({ sku }) => sku === this.sku) ?? this.variants[0];
        const names = [...new Set(this.variants.flatMap(({ options }) => Object.keys(options)))];
        if (this.variants.length < 2) {
            return '';
        }
        return names.length > 0
            ? names.map((name) => this.group(name, chosen))
            : html`<fieldset class="variants"><legend class="field-label">Version</legend><div class="row">
                  ${this.variants.map((variant) => this.swatch('variant', variant.title, variant, variant === chosen))}
              </div></fieldset>`;
    }

    group(name, chosen) {
        const values = [...new Set(this.variants.map(({ options }) => options[name]).filter(Boolean))];
        return html`<fieldset class="variants">
            <legend class="field-label">${words(name)}: <span class="soft">${chosen.options[name]}</span></legend>
            <div class="row">
                ${values.map((value) => this.swatch(name, value, this.nearest(chosen, name, value), chosen.options[name] === value))}
            </div>
        </fieldset>`;
    }

    swatch(name, text, variant, checked) {
        const out = variant.available <= 0;
        return html`<label class="swatch ${out ? 'is-out' : ''}">
            <input type="radio" name="option-${name}" .checked=${checked} data-test="variant" data-sku=${variant.sku}
                @change=${() => this.dispatchEvent(new CustomEvent('variant', { detail: variant.sku }))} />
            <span>${text}${out ? html`<span class="visually-hidden">, out of stock</span>` : ''}</span>
        </label>`;
    }

    /** The variant with this value that differs least from the chosen one. */
    nearest(chosen, name, value) {
        const alike = ({ options }) =>
            Object.entries(chosen.options).filter(([key, other]) => key !== name && options[key] === other).length;
        return this.variants
            .filter(({ options }) => options[name] === value)
            .reduce((best, variant) => (alike(variant) > alike(best) ? variant : best));
    }
}

customElements.define('variant-picker', VariantPicker);
