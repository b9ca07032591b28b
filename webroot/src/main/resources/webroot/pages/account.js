import { html } from 'lit';
import { onSession, signOut, user } from '../client/session.js';
import { icon } from '../components/icon.js';
import { LightElement } from '../components/light-element.js';
import { keptOrders, orderLink } from '../client/orders.js';
import '../components/register-form.js';
import '../components/sign-in-form.js';
import '../components/site-header.js';
import '../components/site-footer.js';
import './account-addresses.js';
import './account-cards.js';
import './account-news.js';
import './account-orders.js';

const TABS = [
    ['orders', 'Orders', () => html`<account-orders></account-orders>`],
    ['addresses', 'Addresses', () => html`<account-addresses></account-addresses>`],
    ['cards', 'Payment methods', () => html`<account-cards></account-cards>`],
    ['news', 'Notifications', () => html`<account-news></account-news>`],
];

/** One's account, or the way to get into it. */
class AccountPage extends LightElement {
    connectedCallback() {
        super.connectedCallback();
        this.stop = onSession(() => this.requestUpdate());
        this.turned = () => this.requestUpdate();
        window.addEventListener('hashchange', this.turned);
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.stop();
        window.removeEventListener('hashchange', this.turned);
    }

    render() {
        const account = user();
        return html`<div class="page">${account ? this.home(account) : this.entry()}</div>`;
    }

    home(account) {
        const [name, title, body] = TABS.find(([tab]) => '#' + tab === location.hash) ?? TABS[0];
        return html`<div class="row row-between">
                <div><h1>${account.name ? `Hello, ${account.name}` : 'Your account'}</h1><p
                    class="soft">${account.email}</p></div>
                <button class="button button-quiet" data-test="sign-out"
                    @click=${signOut}>${icon('exit')} Sign out</button>
            </div>
            <nav class="tabs account-tabs" aria-label="Account">
                ${TABS.map(([tab, text]) => html`<a href="#${tab}" aria-current=${tab === name ? 'page' : 'false'}
                    data-test="tab-${tab}">${text}</a>`)}
            </nav>
            <section aria-label=${title}>${body()}</section>`;
    }

    entry() {
        const kept = keptOrders();
        return html`<h1>Your account</h1>
            <div class="entry" @signed-in=${this.entered}>
                <section class="card"><h2 class="card-title">Sign in</h2><sign-in-form></sign-in-form></section>
                <section class="card"><h2 class="card-title">New here?</h2><register-form></register-form></section>
            </div>
            ${
                kept.length > 0
                    ? html`<section class="card"><h2 class="card-title">Orders from this browser</h2>
                <ul class="stack">${kept.reverse().map((number) => html`<li><a href=${orderLink(number)}
                    class="mono">${number}</a></li>`)}</ul>
            </section>`
                    : ''
            }`;
    }

    entered() {
        const next = new URLSearchParams(location.search).get('next');
        if (next?.startsWith('/') && !next.startsWith('//')) {
            location.assign(next);
        }
    }
}

customElements.define('account-page', AccountPage);
