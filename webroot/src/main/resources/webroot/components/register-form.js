import { html, nothing } from 'lit';
import { post } from '../client/api.js';
import { refused, renderWith, sentenceOf } from '../client/capabilities.js';
import { Problem } from '../client/problem.js';
import { email, password } from '../client/rules.js';
import { keepSession } from '../client/session.js';
import { Form } from './form.js';
import { LightElement } from './light-element.js';

/** Opens an account and signs in with it; fires `signed-in`. */
class RegisterForm extends LightElement {
    static properties = { busy: { state: true } };

    constructor() {
        super();
        renderWith(this);
        this.form = new Form(this, 'register', { email, password, name: () => '' });
    }

    render() {
        return html`<form class="stack" novalidate @submit=${this.submit}>
            ${this.form.errorSummary()}
            ${this.form.field('name', 'Name (optional)', { autocomplete: 'name', max: 120 })}
            ${this.form.field('email', 'E-mail address', { type: 'email', autocomplete: 'email', inputmode: 'email' })}
            ${this.form.field('password', 'Password', {
                type: 'password',
                autocomplete: 'new-password',
                hint: 'At least 8 characters.',
                max: 128,
            })}
            <button class="button button-quiet button-wide" data-test="register"
                ?disabled=${this.busy || refused('sign-in')}
                title=${refused('sign-in') ? sentenceOf('sign-in') : nothing}>Open an account</button>
        </form>`;
    }

    async submit(event) {
        event.preventDefault();
        if (!this.form.valid()) {
            return;
        }
        this.busy = true;
        try {
            const { email: address, password: secret, name } = this.form.values;
            const credentials = { email: address.trim(), password: secret };
            await post('/api/users', { ...credentials, ...(name?.trim() ? { name: name.trim() } : {}) });
            keepSession(await post('/api/sessions', credentials));
            this.dispatchEvent(new CustomEvent('signed-in', { bubbles: true }));
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

customElements.define('register-form', RegisterForm);
