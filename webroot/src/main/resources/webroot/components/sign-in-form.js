import { html, nothing } from 'lit';
import { post } from '../client/api.js';
import { refused, renderWith, sentenceOf } from '../client/capabilities.js';
import { Problem } from '../client/problem.js';
import { email, required } from '../client/rules.js';
import { keepSession } from '../client/session.js';
import { Form } from './form.js';
import { icon } from './icon.js';
import { LightElement } from './light-element.js';

/** Signs in; fires `signed-in`. */
class SignInForm extends LightElement {
    static properties = { busy: { state: true } };

    constructor() {
        super();
        renderWith(this);
        this.form = new Form(this, 'sign-in', { email, password: required('your password') });
    }

    render() {
        return html`<form class="stack" novalidate @submit=${this.submit}>
            ${this.form.errorSummary()}
            ${this.form.field('email', 'E-mail address', { type: 'email', autocomplete: 'username', inputmode: 'email' })}
            ${this.form.field('password', 'Password', { type: 'password', autocomplete: 'current-password' })}
            ${refused('sign-in') ? html`<p class="why-not" data-test="why-not-sign-in">${icon('info')} ${sentenceOf('sign-in')}</p>` : nothing}
            <button class="button button-wide" data-test="sign-in"
                ?disabled=${this.busy || refused('sign-in')}>Sign in</button>
        </form>`;
    }

    async submit(event) {
        event.preventDefault();
        if (!this.form.valid()) {
            return;
        }
        this.busy = true;
        try {
            const { email: address, password } = this.form.values;
            keepSession(await post('/api/sessions', { email: address.trim(), password }));
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

customElements.define('sign-in-form', SignInForm);
