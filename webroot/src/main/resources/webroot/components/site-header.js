import { html, nothing } from 'lit';
import { onRecovery } from '../client/capabilities.js';
import { categories, categoryLink, topmost } from '../client/catalogue.js';
import { cart, count, isAdding, onCart } from '../client/cart.js';
import { onSession, user } from '../client/session.js';
import { plural } from '../client/words.js';
import { icon } from './icon.js';
import { LightElement } from './light-element.js';
import './search-box.js';
import './service-notice.js';
import './theme-switch.js';

const SHOWN = 9;

/** The head of every page of the storefront. */
class SiteHeader extends LightElement {
    static properties = { sections: { state: true } };

    constructor() {
        super();
        this.sections = [];
    }

    connectedCallback() {
        super.connectedCallback();
        this.stops = [
            onCart(() => this.requestUpdate()),
            onSession(() => this.requestUpdate()),
            onRecovery(() => this.sections.length > 0 || this.showSections()),
        ];
        this.showSections();
        if (!document.querySelector('cart-page, checkout-page')) {
            cart().catch(() => undefined); // Brings the badge up to date.
        }
    }

    showSections() {
        categories().then(
            (all) => (this.sections = topmost(all).slice(0, SHOWN)),
            () => undefined,
        );
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.stops.forEach((stop) => stop());
    }

    render() {
        const units = count();
        const account = user();
        const chosen = new URLSearchParams(location.search).get('category');
        return html`<header class="header">
            <div class="header-bar">
                <a class="logo" href="/" aria-label="ECAMazon, home"><img src="/design/icon.svg" alt="" width="34"
                    height="34" />
                    <span>ECA<b>Mazon</b></span></a>
                <search-box></search-box>
                <nav class="header-actions" aria-label="Account and cart">
                    <theme-switch></theme-switch>
                    ${
                        account?.roles.some((role) => role !== 'customer')
                            ? html`<a class="header-action" href="/console/">${icon('chart')}<span
                                class="header-word">Console</span></a>`
                            : nothing
                    }
                    <a class="header-action" href="/account.html" data-test="account-link">${icon('user')}
                        <span class="header-word">${account ? account.name || 'Account' : 'Sign in'}</span></a>
                    <a class="header-action" href="/cart.html" data-test="cart-link">
                        ${icon('cart')}<span class="header-word">Cart</span>
                        ${units > 0 ? html`<span class="header-count ${isAdding() ? 'is-adding' : ''}" data-test="cart-badge">${units}</span>` : nothing}
                        <span class="visually-hidden">, ${plural(units, 'item')}${isAdding() ? ', being added' : ''}</span>
                    </a>
                </nav>
            </div>
            <nav class="header-sections" aria-label="Categories">
                <a href="/products.html" aria-current=${this.here(null, chosen)}>All products</a>
                ${this.sections.map(
                    (one) => html`<a href=${categoryLink(one.id)} aria-current=${this.here(one.id, chosen)}
                    >${one.title}</a>`,
                )}
            </nav>
        </header>`;
    }

    here(id, chosen) {
        return location.pathname === '/products.html' && chosen === id ? 'page' : nothing;
    }
}

customElements.define('site-header', SiteHeader);
