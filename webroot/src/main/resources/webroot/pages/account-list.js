import { html } from 'lit';
import { Problem } from '../client/problem.js';
import { Form } from '../components/form.js';
import { LightElement } from '../components/light-element.js';
import { Loader } from '../components/loader.js';
import { toast } from '../components/toast.js';

/** Things that one keeps in the account: a list to remove from, and a form that adds to it. */
export class AccountList extends LightElement {
    /**
     * @param {object} parts
     * @param {string} parts.name in `data-test` and of the form
     * @param {string} parts.what the list in words, such as "Your addresses"
     * @param {string} parts.none what is said while it is empty
     * @param {string} parts.title of the form
     * @param {string} parts.save what its button says
     * @param {string} parts.saved what is said when it was saved
     * @param {Record<string, (value: string) => string>} parts.rules
     * @param {() => Promise<any>} parts.load
     * @param {(values: any) => Promise<any>} parts.add answers with the list as it is then
     * @param {(item: any) => Promise<any>} parts.remove answers with the list as it is then
     * @param {(form: Form) => unknown} parts.fields
     * @param {(item: any) => unknown} parts.show
     * @param {(item: any) => string} parts.named the item in a button's name
     */
    constructor(parts) {
        super();
        this.parts = parts;
        this.list = new Loader(this, parts.load);
        this.form = new Form(this, parts.name, parts.rules);
        this.list.run();
    }

    render() {
        const { name, what, none, title, save, fields } = this.parts;
        return html`<div class="entry">
            <div>${this.list.render({
                what,
                skeleton: () => html`<div class="skeleton skeleton-block" aria-hidden="true"></div>`,
                ready: ({ items }) =>
                    items.length === 0
                        ? html`<p class="soft">${none}</p>`
                        : html`<ul class="rows">${items.map((item) => this.row(item))}</ul>`,
            })}</div>
            <form class="card stack" novalidate @submit=${this.add}><h2>${title}</h2>
                ${this.form.errorSummary()} ${fields(this.form)}
                <button class="button" data-test="${name}-save">${save}</button></form>
        </div>`;
    }

    row(item) {
        const { name, show, named } = this.parts;
        return html`<li class="row row-between" data-test=${name}>${show(item)}
            <button class="button button-bare button-small" @click=${() => this.drop(item)}>Remove<span
                class="visually-hidden"> ${named(item)}</span></button></li>`;
    }

    async add(event) {
        event.preventDefault();
        if (!this.form.valid()) {
            return;
        }
        try {
            this.list.set(await this.parts.add(this.form.values));
            this.form.reset();
            toast(this.parts.saved);
        } catch (problem) {
            if (!(problem instanceof Problem)) {
                throw problem;
            }
            this.form.refuse(problem);
        }
    }

    async drop(item) {
        try {
            this.list.set(await this.parts.remove(item));
            toast(`Removed: ${this.parts.named(item)}.`);
        } catch (problem) {
            toast(problem.message, { bad: true });
        }
    }
}
