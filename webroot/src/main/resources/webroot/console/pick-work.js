import { html, nothing } from 'lit';
import { get, path, post } from '../client/api.js';
import { Problem } from '../client/problem.js';
import { required } from '../client/rules.js';
import { words } from '../client/words.js';
import { Form } from '../components/form.js';
import { LightElement } from '../components/light-element.js';
import { toast } from '../components/toast.js';

const REASONS = ['could_not_locate', 'damaged', 'expired', 'misplaced', 'recounted'];
const whole = (text) => (/^\d{1,7}$/.test(text ?? '') && Number(text) > 0 ? '' : 'Enter a whole number above 0.');
const USUAL_BOX = { weightGrams: '1200', lengthMillimetres: '300', widthMillimetres: '200', heightMillimetres: '120' };

/** Scans, shortages and packing of one pick list; fires `changed` with it. A scanner types and ends with Enter. */
class PickWork extends LightElement {
    static properties = { pick: { attribute: false }, busy: { state: true } };

    constructor() {
        super();
        this.scan = new Form(this, 'scan', { bin: required('the bin'), sku: required('the SKU') });
        this.box = new Form(this, 'box', Object.fromEntries(Object.keys(USUAL_BOX).map((name) => [name, whole])), {
            ...USUAL_BOX,
        });
    }

    render() {
        const { state, lines } = this.pick;
        const open = ['open', 'picking'].includes(state);
        return html`<ul class="stops">${lines.map((line) => this.line(line, open))}</ul>
            ${
                open
                    ? html`<section><h3>Scan</h3><form class="inline-form" novalidate @submit=${this.scanned}>
                ${this.scan.errorSummary()}
                ${this.scan.field('bin', 'Bin', { max: 32 })} ${this.scan.field('sku', 'SKU', { max: 64 })}
                <button class="button" data-test="scan" ?disabled=${this.busy}>Scan one</button></form></section>`
                    : nothing
            }
            ${
                state === 'picked'
                    ? html`<section><h3>Pack</h3><form class="inline-form" novalidate @submit=${this.packed}>
                ${this.box.errorSummary()}
                ${this.box.field('weightGrams', 'Weight, g', { inputmode: 'numeric' })}
                ${this.box.field('lengthMillimetres', 'Length, mm', { inputmode: 'numeric' })}
                ${this.box.field('widthMillimetres', 'Width, mm', { inputmode: 'numeric' })}
                ${this.box.field('heightMillimetres', 'Height, mm', { inputmode: 'numeric' })}
                <button class="button wide" data-test="pack"
                    ?disabled=${this.busy}>Pack and label</button></form></section>`
                    : nothing
            }`;
    }

    line(line, open) {
        const left = line.quantity - line.picked - line.missing;
        return html`<li data-test="pick-line" data-sku=${line.sku} data-bin=${line.bin}>
            <span class="stop-number"
                aria-label="${line.picked} of ${line.quantity} picked">${line.picked}/${line.quantity}</span>
            <span><strong>${line.title}</strong><br /><span class="mono">${line.bin}</span> · <span
                class="mono">${line.sku}</span>
                ${line.missing > 0 ? html`<br /><span
                    class="field-error">${line.missing} missing</span>` : nothing}</span>
            ${
                open && left > 0
                    ? html`<span class="stop-work">
                <button class="button button-quiet button-small" data-test="pick-one" ?disabled=${this.busy}
                    @click=${() => this.step('scans', this.seen({ bin: line.bin, sku: line.sku, quantity: left }))}>Take ${left}</button>
                <select class="input input-small" aria-label="Report ${line.title} short" data-test="short"
                    @change=${(e) => this.short(e, line, left)}>
                    <option value="">Short…</option>${REASONS.map((reason) => html`<option
                        value=${reason}>${words(reason)}</option>`)}</select></span>`
                    : nothing
            }
        </li>`;
    }

    async scanned(event) {
        event.preventDefault();
        if (!this.scan.valid()) {
            return;
        }
        const { bin, sku } = this.scan.values;
        if (await this.step('scans', this.seen({ bin: bin.trim(), sku: sku.trim(), quantity: 1 }), this.scan)) {
            this.scan.reset();
            await this.updateComplete;
            document.getElementById('scan-bin')?.focus();
        }
    }

    short(event, { sku }, quantity) {
        const reason = event.target.value;
        event.target.value = '';
        if (reason) {
            this.step('shorts', this.seen({ sku, quantity, reason }));
        }
    }

    async packed(event) {
        event.preventDefault();
        if (!this.box.valid()) {
            return;
        }
        const numbers = Object.fromEntries(Object.entries(this.box.values).map(([name, text]) => [name, Number(text)]));
        if (await this.step('parcels', numbers, this.box)) {
            toast('Packed. The parcel has its number and label.');
            this.box.reset({ ...USUAL_BOX });
        }
    }

    /** With what the list was when it was shown, so that nothing counts twice. */
    seen(step) {
        return { ...step, version: this.pick.version };
    }

    async step(what, body, form) {
        this.busy = true;
        try {
            const pick = await post(path`/api/picks/${this.pick.id}/${what}`, body);
            this.dispatchEvent(new CustomEvent('changed', { detail: pick }));
            return true;
        } catch (problem) {
            if (!(problem instanceof Problem)) {
                throw problem;
            }
            form ? form.refuse(problem) : toast(problem.message, { bad: true });
            if (problem.code === 'PICK_CHANGED') {
                const pick = await get(path`/api/picks/${this.pick.id}`);
                this.dispatchEvent(new CustomEvent('changed', { detail: pick }));
            }
            return false;
        } finally {
            this.busy = false;
        }
    }
}

customElements.define('pick-work', PickWork);
