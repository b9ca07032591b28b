import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from './icon.js';
import { LightElement } from './light-element.js';

/** A quantity with buttons around it; fires `quantity` with the new number. */
class QuantityStepper extends LightElement {
    static properties = { value: { type: Number }, max: { type: Number }, label: {}, disabled: { type: Boolean } };

    constructor() {
        super();
        this.value = 1;
        this.max = 99;
        this.label = 'Quantity';
        this.disabled = false;
    }

    render() {
        return html`<span class="stepper" role="group" aria-label=${this.label}>
            <button type="button" aria-label="One less" ?disabled=${this.disabled || this.value <= 1}
                @click=${() => this.become(this.value - 1)}>${icon('minus')}</button>
            <input inputmode="numeric" aria-label=${this.label} data-test="quantity" .value=${live(String(this.value))}
                ?disabled=${this.disabled} @change=${(event) => this.become(Number.parseInt(event.target.value, 10))} />
            <button type="button" aria-label="One more" data-test="quantity-more"
                ?disabled=${this.disabled || this.value >= this.max} @click=${() => this.become(this.value + 1)}>
                ${icon('plus')}
            </button>
        </span>`;
    }

    become(wanted) {
        const quantity = Math.max(1, Math.min(this.max, Number.isInteger(wanted) ? wanted : this.value));
        const changed = quantity !== this.value;
        this.value = quantity;
        this.requestUpdate();
        if (changed) {
            this.dispatchEvent(new CustomEvent('quantity', { detail: quantity }));
        }
    }
}

customElements.define('quantity-stepper', QuantityStepper);
