import { html } from 'lit';
import { post } from '../client/api.js';
import { Problem } from '../client/problem.js';
import { required } from '../client/rules.js';
import { Form } from './form.js';
import { icon } from './icon.js';
import { LightElement } from './light-element.js';
import { toast } from './toast.js';

const REASONS = ['Changed my mind', 'Does not fit', 'Damaged', 'Not as described', 'Arrived too late'].map((text) => [
    text,
    text,
]);

/** Opens a return of an order's lines; fires `opened`. */
class ReturnDialog extends LightElement {
    static properties = { order: { attribute: false }, token: {}, busy: { state: true } };

    constructor() {
        super();
        this.form = new Form(this, 'return', { reason: required('a reason') }, { reason: REASONS[0][0] });
        this.chosen = new Set();
    }

    open() {
        this.chosen = new Set(this.order.lines.map(({ sku }) => sku));
        this.requestUpdate();
        this.querySelector('dialog').showModal();
    }

    render() {
        return html`<dialog class="dialog" aria-labelledby="return-title"><form novalidate @submit=${this.submit}>
            <div class="dialog-head"><h2 id="return-title">Return items</h2>
                <button type="button" class="button button-bare button-icon" aria-label="Close"
                    @click=${this.close}>${icon('cross')}</button></div>
            <div class="dialog-body stack">
                ${this.form.errorSummary()}
                <fieldset><legend class="field-label">What comes back</legend>
                    ${this.order.lines.map(
                        (line) => html`<label class="check"><input type="checkbox" data-test="return-line"
                        .checked=${this.chosen.has(line.sku)} @change=${() => this.toggle(line.sku)} />
                        <span>${line.quantity} × ${line.title}</span></label>`,
                    )}
                </fieldset>
                ${this.form.field('reason', 'Reason', { options: REASONS })}
            </div>
            <div class="dialog-foot"><button class="button" data-test="return-submit"
                ?disabled=${this.busy || this.chosen.size === 0}>
                Open the return</button></div>
        </form></dialog>`;
    }

    toggle(sku) {
        if (!this.chosen.delete(sku)) {
            this.chosen.add(sku);
        }
        this.requestUpdate();
    }

    close() {
        this.querySelector('dialog').close();
    }

    async submit(event) {
        event.preventDefault();
        if (!this.form.valid()) {
            return;
        }
        const lines = this.order.lines
            .filter(({ sku }) => this.chosen.has(sku))
            .map(({ sku, quantity }) => ({ sku, quantity }));
        this.busy = true;
        try {
            const opened = await post(
                '/api/returns',
                { order: this.order.number, lines, reason: this.form.values.reason },
                { headers: { 'Order-Token': this.token } },
            );
            this.close();
            toast(`Return ${opened.number} is open. Hand the parcel over and we refund it on arrival.`);
            this.dispatchEvent(new CustomEvent('opened'));
        } catch (problem) {
            if (!(problem instanceof Problem)) {
                throw problem;
            }
            this.form.refuse(problem);
        } finally {
            this.busy = false;
        }
    }
}

customElements.define('return-dialog', ReturnDialog);
