import { html } from 'lit';
import { get, path, post, remove } from '../client/api.js';
import { Problem } from '../client/problem.js';
import { ADDRESS_RULES, addressFields, addressLines, addressOf } from '../components/address-fields.js';
import { Form } from '../components/form.js';
import { LightElement } from '../components/light-element.js';
import { Loader } from '../components/loader.js';
import { toast } from '../components/toast.js';

/** One's address book. */
class AccountAddresses extends LightElement {
    constructor() {
        super();
        this.book = new Loader(this, () => get('/api/me/addresses'));
        this.form = new Form(this, 'address', ADDRESS_RULES);
        this.book.run();
    }

    render() {
        return html`<div class="entry">
            <div>${this.book.render({
                what: 'Your addresses',
                skeleton: () => html`<div class="skeleton skeleton-block" aria-hidden="true"></div>`,
                ready: ({ items }) =>
                    items.length === 0
                        ? html`<p class="soft">No address is saved yet.</p>`
                        : html`<ul class="rows">${items.map(
                              (one) => html`<li class="row row-between" data-test="address">
                        ${addressLines(one.address)}
                        <button class="button button-bare button-small" @click=${() => this.drop(one)}>Remove<span
                            class="visually-hidden">
                            ${one.address.street}</span></button></li>`,
                          )}</ul>`,
            })}</div>
            <form class="card stack" novalidate @submit=${this.add}><h2>Add an address</h2>
                ${this.form.errorSummary()} ${addressFields(this.form)}
                <button class="button" data-test="address-save">Save address</button></form>
        </div>`;
    }

    async add(event) {
        event.preventDefault();
        if (!this.form.valid()) {
            return;
        }
        try {
            this.book.set(await post('/api/me/addresses', { address: addressOf(this.form.values) }));
            this.form.reset();
            toast('The address is saved.');
        } catch (problem) {
            if (!(problem instanceof Problem)) {
                throw problem;
            }
            this.form.refuse(problem);
        }
    }

    async drop({ id }) {
        try {
            this.book.set(await remove(path`/api/me/addresses/${id}`));
        } catch (problem) {
            toast(problem.message, { bad: true });
        }
    }
}

customElements.define('account-addresses', AccountAddresses);
