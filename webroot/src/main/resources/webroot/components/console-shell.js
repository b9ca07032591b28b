import { html, nothing } from 'lit';
import { mayAct, onSession, signOut, user } from '../client/session.js';
import { AREAS, linkOf } from './console-areas.js';
import { icon } from './icon.js';
import { LightElement } from './light-element.js';
import './service-notice.js';
import './theme-switch.js';

/** The frame of the consoles: navigation by role, who is signed in, and the way out. */
class ConsoleShell extends LightElement {
    static properties = { open: { state: true } };

    connectedCallback() {
        super.connectedCallback();
        this.stop = onSession(() => this.requestUpdate());
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.stop();
    }

    render() {
        const account = user();
        return html`<header class="shell ${this.open ? 'is-open' : ''}">
            <div class="shell-head">
                <a class="logo" href="/console/"><img src="/design/icon.svg" alt="" width="30"
                    height="30" /><span>ECA<b>Mazon</b>
                    <span class="shell-tag">Console</span></span></a>
                <button class="header-action shell-toggle" aria-expanded=${Boolean(this.open)} aria-controls="shell-nav"
                    @click=${() => (this.open = !this.open)}>${icon(this.open ? 'cross' : 'menu')}<span
                        class="visually-hidden">Menu</span></button>
            </div>
            <nav class="shell-nav" id="shell-nav"
                aria-label="Consoles">${account ? AREAS.map((area) => this.area(area)) : nothing}</nav>
            <div class="shell-foot">
                ${
                    account
                        ? html`<p class="small"><strong
                            data-test="signed-in-as">${account.name || account.email}</strong><br />
                    <span class="soft">${account.roles.join(', ')}</span></p>`
                        : nothing
                }
                <div class="row">
                    <theme-switch></theme-switch>
                    <a class="header-action" href="/">${icon('home')}<span
                        class="visually-hidden">To the shop</span></a>
                    ${
                        account
                            ? html`<button class="header-action" data-test="sign-out" @click=${signOut}>${icon('exit')}
                        <span class="visually-hidden">Sign out</span></button>`
                            : nothing
                    }
                </div>
            </div>
        </header>`;
    }

    area({ group, pages }) {
        const seen = pages.filter(({ roles }) => mayAct(roles));
        return seen.length === 0
            ? nothing
            : html`<p class="shell-group">${group}</p><ul>
            ${seen.map(
                (page) => html`<li><a href=${linkOf(page)} data-test="nav-${page.path}"
                aria-current=${location.pathname === linkOf(page) ? 'page' : nothing}>${icon(page.icon)} ${page.title}</a></li>`,
            )}
        </ul>`;
    }
}

customElements.define('console-shell', ConsoleShell);
