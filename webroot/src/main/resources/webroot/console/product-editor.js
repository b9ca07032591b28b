import { html, nothing } from 'lit';
import { path, put, remove } from '../client/api.js';
import { categories } from '../client/catalogue.js';
import { Problem } from '../client/problem.js';
import { required } from '../client/rules.js';
import { confirm } from '../components/confirm.js';
import { Form } from '../components/form.js';
import { icon } from '../components/icon.js';
import { LightElement } from '../components/light-element.js';
import { toast } from '../components/toast.js';
import { entryOf, formOf } from './product-entry.js';

const price = (text) => (/^\d{1,7}([.,]\d{1,2})?$/.test(text?.trim() ?? '') ? '' : 'Enter a price such as 19.90.');
const optional = () => '';

/** Creates or changes a product with its variants; fires `saved` with it, or `removed`. */
class ProductEditor extends LightElement {
    static properties = {
        product: { attribute: false },
        count: { state: true },
        busy: { state: true },
        tree: { state: true },
    };

    constructor() {
        super();
        this.count = 1;
        this.tree = [];
        this.form = new Form(this, 'product', {}, formOf(null));
        categories().then(
            (all) => (this.tree = all),
            () => undefined,
        );
        this.unsaved = (event) => this.dirty && event.preventDefault();
        this.addEventListener('entered', () => (this.dirty = true));
    }

    connectedCallback() {
        super.connectedCallback();
        window.addEventListener('beforeunload', this.unsaved);
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        window.removeEventListener('beforeunload', this.unsaved);
    }

    willUpdate(changed) {
        if (changed.has('product')) {
            this.form.reset(formOf(this.product));
            this.count = this.product?.variants.length ?? 1;
            this.dirty = false;
        }
        this.form.rules = {
            id: required('an id'),
            title: required('a title'),
            brand: optional,
            category: optional,
            description: optional,
            image: optional,
            attributes: optional,
            ...Object.fromEntries(
                this.rows.flatMap((i) => [
                    [`sku${i}`, required('a SKU')],
                    [`price${i}`, price],
                ]),
            ),
        };
    }

    get rows() {
        return Array.from({ length: this.count }, (_, i) => i);
    }

    render() {
        const { form, product } = this;
        return html`<form class="stack" novalidate @submit=${this.save}>
            <h2>${product ? 'Edit product' : 'New product'}</h2>
            ${form.errorSummary()}
            ${product ? html`<p
                class="small soft mono">${product.id}, version ${product.version}</p>` : form.field('id', 'Id', { max: 64 })}
            ${form.field('title', 'Title', { max: 300 })}
            ${form.field('brand', 'Brand', { max: 120 })}
            ${form.field('category', 'Category', { options: [['', 'None'], ...this.tree.map(({ id, title, parent }) => [id, parent ? '· ' + title : title])] })}
            ${form.field('description', 'Description', { rows: 4 })}
            ${form.field('image', 'Image address')}
            ${form.field('attributes', 'Attributes', { rows: 3, hint: 'One a line, such as “colour: black”.' })}
            <fieldset><legend class="card-legend">Variants; the first is the default</legend>
                <div>${this.rows.map((i) => this.variant(i))}</div></fieldset>
            <button type="button" class="button button-quiet button-small" data-test="variant-add"
                @click=${() => this.count++}>${icon('plus')} Add variant</button>
            <div class="row row-between">
                <button class="button" data-test="product-save" ?disabled=${this.busy}>Save</button>
                ${
                    product
                        ? html`<button type="button" class="button button-danger" data-test="product-remove"
                            ?disabled=${this.busy}
                    @click=${this.drop}>Remove</button>`
                        : nothing
                }
            </div>
        </form>`;
    }

    variant(i) {
        const { form } = this;
        return html`<div class="variant-row inline-form">
            ${form.field(`sku${i}`, 'SKU', { max: 64 })} ${form.field(`price${i}`, 'Price, €', { inputmode: 'decimal' })}
            ${form.field(`title${i}`, 'Name', { max: 200 })} ${form.field(`options${i}`, 'Options', { placeholder: 'colour: black' })}
            ${this.count > 1 && i === this.count - 1 ? html`<button type="button" class="link small"
                @click=${() => this.count--}>Remove variant</button>` : nothing}
        </div>`;
    }

    async save(event) {
        event.preventDefault();
        if (this.busy || !this.form.valid()) {
            return;
        }
        const { id, ...entry } = entryOf(this.form.values, this.count, this.product);
        await this.attempt(async () => {
            const product = await put(path`/api/products/${id}`, entry);
            this.dirty = false;
            toast(`${product.title} is saved.`);
            this.dispatchEvent(new CustomEvent('saved', { detail: product }));
        });
    }

    async drop() {
        const { id, title } = this.product;
        if (
            await confirm(
                `Remove ${title}?`,
                'Nobody can buy it any more. Orders that hold it stay as they are.',
                'Remove the product',
                'Keep it',
            )
        ) {
            await this.attempt(async () => {
                await remove(path`/api/products/${id}`);
                this.dirty = false;
                toast(`${title} is removed.`);
                this.dispatchEvent(new CustomEvent('removed'));
            });
        }
    }

    async attempt(action) {
        this.busy = true;
        try {
            await action();
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

customElements.define('product-editor', ProductEditor);
