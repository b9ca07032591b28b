import { html } from 'lit';
import { path, post } from '../client/api.js';
import { Problem } from '../client/problem.js';
import { required } from '../client/rules.js';
import { Form } from '../components/form.js';
import { LightElement } from '../components/light-element.js';
import { toast } from '../components/toast.js';

const whole = (text) => (/^\d{1,7}$/.test(text ?? '') && Number(text) > 0 ? '' : 'Enter a whole number above 0.');
const signed = (text) =>
    /^[-+]?\d{1,7}$/.test(text ?? '') && Number(text) !== 0 ? '' : 'Enter a whole number such as 5 or -2.';
const depot = required('a depot');

/** Receives units of a SKU or puts its count right; fires `changed` with the level. */
class StockForms extends LightElement {
    static properties = { sku: {}, depots: { attribute: false }, busy: { state: true } };

    constructor() {
        super();
        this.receipt = new Form(this, 'receipt', { quantity: whole, depot, reference: required('a reference') });
        this.adjustment = new Form(this, 'adjustment', { quantity: signed, depot, reason: required('a reason') });
    }

    willUpdate(changed) {
        if (changed.has('sku')) {
            const first = this.depots[0]?.id ?? '';
            this.receipt.reset({ depot: first, reference: freshReference('GR') });
            this.adjustment.reset({ depot: first });
        }
    }

    render() {
        const depots = this.depots.map(({ id, name }) => [id, name]);
        return html`<section><h3>Receive</h3><form class="inline-form" novalidate
            @submit=${(e) => this.send(e, this.receipt, 'receipts')}>
                ${this.receipt.errorSummary()}
                ${this.receipt.field('quantity', 'Units', { inputmode: 'numeric' })}
                ${this.receipt.field('depot', 'Depot', { options: depots })}
                ${this.receipt.field('reference', 'Delivery note', { max: 64 })}
                <button class="button" data-test="receive" ?disabled=${this.busy}>Receive</button></form></section>
            <section><h3>Adjust</h3><form class="inline-form" novalidate
                @submit=${(e) => this.send(e, this.adjustment, 'adjustments')}>
                ${this.adjustment.errorSummary()}
                ${this.adjustment.field('quantity', 'More or fewer', { inputmode: 'text', placeholder: '-2' })}
                ${this.adjustment.field('depot', 'Depot', { options: depots })}
                ${this.adjustment.field('reason', 'Reason', { max: 200 })}
                <button class="button button-quiet" data-test="adjust"
                    ?disabled=${this.busy}>Adjust</button></form></section>`;
    }

    async send(event, form, what) {
        event.preventDefault();
        if (this.busy || !form.valid()) {
            return;
        }
        const { depot: where, quantity, reason, reference = freshReference('ADJ') } = form.values;
        this.busy = true;
        try {
            const level = await post(path`/api/stock/${this.sku}/${what}`, {
                depot: where,
                quantity: Number(quantity),
                reference,
                ...(reason ? { reason } : {}),
            });
            toast(`${this.sku}: ${level.onHand} on hand now.`);
            form.reset({ depot: where, ...(what === 'receipts' ? { reference: freshReference('GR') } : {}) });
            this.dispatchEvent(new CustomEvent('changed', { detail: level }));
        } catch (problem) {
            if (!(problem instanceof Problem)) {
                throw problem;
            }
            form.refuse(problem);
        } finally {
            this.busy = false;
        }
    }
}

/** A reference that was not used before, so that a repeat changes nothing. */
function freshReference(prefix) {
    return `${prefix}-${Date.now().toString(36).toUpperCase()}`;
}

customElements.define('stock-forms', StockForms);
