import { html, nothing } from 'lit';
import { refused, renderWith } from '../client/capabilities.js';
import { Problem } from '../client/problem.js';
import { mayAct, onSession, user } from '../client/session.js';
import { icon } from './icon.js';
import { LightElement } from './light-element.js';
import { toast } from './toast.js';
import './console-shell.js';
import './sign-in-form.js';

/**
 * A page of a console. Whoever is not signed in gets the form, whoever may not see the page is told so; all others get
 * `view()`, after `opened()` was called once.
 */
export class ConsolePage extends LightElement {
    /** @type {string[]} */
    static roles = [];

    /** What the page is for, by its capability's name: its buttons are off while that is refused. */
    static purpose = '';
    static properties = { busy: { state: true } };

    constructor() {
        super();
        renderWith(this);
    }

    connectedCallback() {
        super.connectedCallback();
        this.stops = [onSession(() => this.requestUpdate())];
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.stops.forEach((stop) => stop());
        this.isOpened = false;
    }

    render() {
        if (!user()) {
            return signIn();
        }
        if (!mayAct(this.constructor.roles)) {
            return forbidden(this.constructor.roles);
        }
        if (!this.isOpened) {
            this.isOpened = true;
            queueMicrotask(() => this.opened());
        }
        return html`<fieldset class="console"
            ?disabled=${refused(this.constructor.purpose)}>${this.view()}</fieldset>`;
    }

    opened() {}

    /** The title of the page with what stands beside it. */
    head(title, text, actions = nothing) {
        return html`<div class="console-head"><div><h1>${title}</h1><p class="soft">${text}</p></div><div
            class="row">${actions}</div></div>`;
    }

    /** Calls back every so often while somebody looks. */
    every(millis, action) {
        const timer = setInterval(() => document.visibilityState === 'visible' && action(), millis);
        this.stops.push(() => clearInterval(timer));
    }

    /** Does something once at a time, and says how it went. @param {() => Promise<any>} action @param {string} [said] @param {import('./form.js').Form} [form] */
    async act(action, said, form) {
        if (this.busy) {
            return undefined;
        }
        this.busy = true;
        try {
            const answer = await action();
            if (said) {
                toast(said);
            }
            return answer;
        } catch (problem) {
            if (!(problem instanceof Problem)) {
                throw problem;
            }
            if (form) {
                form.refuse(problem);
            } else {
                toast(problem.message, { bad: true });
            }
            return undefined;
        } finally {
            this.busy = false;
        }
    }
}

function signIn() {
    return html`<div class="console console-entry"><section class="card" data-test="console-sign-in">
        <h1>Sign in</h1><p class="soft">For people who work here.</p><sign-in-form></sign-in-form></section></div>`;
}

function forbidden(roles) {
    return html`<div class="console"><div class="empty"
        data-test="forbidden">${icon('alert')}<h1>Your role does not see this page</h1>
        <p>It is for ${roles.join(', ')}. Ask an administrator if you need it.</p><a class="button"
            href="/console/">To your pages</a></div></div>`;
}
