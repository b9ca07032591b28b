import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { check } from '../client/rules.js';
import { icon } from './icon.js';

/**
 * The fields of a form, what is in them and what is wrong with it. Errors appear when a field is left, and all of them in a
 * summary that takes the focus when the form is sent.
 */
export class Form {
    /**
     * @param {import('lit').LitElement} host
     * @param {string} id unique on the page; fields are `<id>-<name>`
     * @param {Record<string, (value: string) => string>} rules
     * @param {Record<string, string>} [values]
     */
    constructor(host, id, rules, values = {}) {
        this.host = host;
        this.id = id;
        this.rules = rules;
        this.values = values;
        this.errors = {};
        this.summary = [];
    }

    /**
     * @param {string} name
     * @param {string} label
     * @param {{type?: string, autocomplete?: string, inputmode?: string, hint?: string, format?: (value: string) => string,
     *     options?: [string, string][], max?: number, rows?: number, span?: string, placeholder?: string}} [extra]
     */
    field(name, label, extra = {}) {
        const id = this.idOf(name);
        const error = this.errors[name];
        const described = [extra.hint && id + '-hint', error && id + '-error'].filter(Boolean).join(' ');
        return html`<div class="field ${extra.span ?? ''}">
            <label for=${id}>${label}</label>
            ${extra.hint ? html`<span class="field-hint" id="${id}-hint">${extra.hint}</span>` : nothing}
            ${this.control(name, id, extra, error, described || undefined)}
            ${error ? html`<span class="field-error" id="${id}-error">${icon('alert')} ${error}</span>` : nothing}
        </div>`;
    }

    control(name, id, extra, error, described) {
        const value = this.values[name] ?? '';
        const set = (event) => this.enter(name, event.target, extra.format);
        const left = () => this.left(name);
        const invalid = error ? 'true' : undefined;
        if (extra.options) {
            return html`<select class="input" id=${id} name=${name} data-test="field-${name}" @change=${set}
                autocomplete=${ifDefined(extra.autocomplete)} aria-invalid=${ifDefined(invalid)}
                aria-describedby=${ifDefined(described)}>
                ${extra.options.map(([key, text]) => html`<option value=${key}
                    ?selected=${key === value}>${text}</option>`)}
            </select>`;
        }
        if (extra.rows) {
            return html`<textarea class="input" id=${id} name=${name} rows=${extra.rows} data-test="field-${name}"
                .value=${live(value)} @input=${set} @blur=${left} aria-invalid=${ifDefined(invalid)}
                aria-describedby=${ifDefined(described)}></textarea>`;
        }
        return html`<input class="input" id=${id} name=${name} type=${extra.type ?? 'text'} data-test="field-${name}"
            autocomplete=${extra.autocomplete ?? 'off'} inputmode=${ifDefined(extra.inputmode)}
            maxlength=${ifDefined(extra.max)} placeholder=${ifDefined(extra.placeholder)} .value=${live(value)}
            @input=${set} @blur=${left} aria-invalid=${ifDefined(invalid)} aria-describedby=${ifDefined(described)} />`;
    }

    /** All errors with links to their fields; nothing while there are none. */
    errorSummary() {
        if (this.summary.length === 0) {
            return nothing;
        }
        return html`<div class="note note-bad" id="${this.id}-summary" tabindex="-1" role="alert"
            data-test="error-summary">
            ${icon('alert')}
            <div>
                <h2 class="small strong">There is a problem</h2>
                <ul>
                    ${this.summary.map(
                        ({ name, message }) => html`<li>
                        ${name ? html`<a href="#${this.idOf(name)}"
                            @click=${(e) => this.focus(e, name)}>${message}</a>` : message}
                    </li>`,
                    )}
                </ul>
            </div>
        </div>`;
    }

    /** Checks all fields; when something is wrong, shows it and answers false. @param {string[]} [names] only these */
    valid(names = Object.keys(this.rules)) {
        const rules = Object.fromEntries(names.map((name) => [name, this.rules[name]]));
        this.errors = check(rules, this.values);
        this.summarise(Object.entries(this.errors).map(([name, message]) => ({ name, message })));
        return this.summary.length === 0;
    }

    /** Shows a refusal: at the fields it names, and in the summary. @param {import('../client/problem.js').Problem} problem */
    refuse(problem) {
        const faults = problem.errors
            .map(({ pointer, message }) => ({ name: pointer?.split('/').at(-1), message: message ?? problem.title }))
            .filter(({ name }) => name in this.rules);
        this.errors = Object.fromEntries(faults.map(({ name, message }) => [name, message]));
        this.summarise(faults.length > 0 ? faults : [{ name: '', message: problem.message }]);
    }

    /** Empties the fields, or sets them. */
    reset(values = {}) {
        this.values = values;
        this.errors = {};
        this.summary = [];
        this.host.requestUpdate();
    }

    summarise(summary) {
        this.summary = summary;
        this.host.requestUpdate();
        if (summary.length > 0) {
            this.host.updateComplete.then(() => document.getElementById(this.id + '-summary')?.focus());
        }
    }

    enter(name, input, format) {
        this.values = { ...this.values, [name]: format ? format(input.value) : input.value };
        if (this.errors[name]) {
            this.errors = { ...this.errors, ...{ [name]: this.rules[name]?.(this.values[name]) ?? '' } };
        }
        this.host.requestUpdate();
        this.host.dispatchEvent(new CustomEvent('entered', { detail: { name, value: this.values[name] } }));
    }

    left(name) {
        const value = this.values[name];
        if (value && this.rules[name]) {
            this.errors = { ...this.errors, [name]: this.rules[name](value) };
            this.host.requestUpdate();
        }
    }

    focus(event, name) {
        event.preventDefault();
        document.getElementById(this.idOf(name))?.focus();
    }

    idOf(name) {
        return `${this.id}-${name}`;
    }
}
