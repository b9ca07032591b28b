import { html } from 'lit';
import { mayAct, user } from '../client/session.js';
import { AREAS, STAFF, linkOf } from '../components/console-areas.js';
import { ConsolePage } from '../components/console-page.js';
import { icon } from '../components/icon.js';

/** The first page after signing in: what one's role works with. */
class ConsoleStart extends ConsolePage {
    static roles = STAFF;

    view() {
        const pages = AREAS.flatMap((area) => area.pages).filter(({ roles }) => mayAct(roles));
        return html`${this.head(`Hello, ${user()?.name ?? 'there'}`, 'Choose where to start.')}
            <div class="home-tiles">${pages.map(
                (page) => html`<a class="home-tile" href=${linkOf(page)} data-test="tile-${page.path}">
                ${icon(page.icon)}<strong>${page.title}</strong><span class="small soft">${page.text}</span></a>`,
            )}</div>`;
    }
}

customElements.define('console-start', ConsoleStart);
