import { html, nothing } from 'lit';
import { get, post } from '../client/api.js';
import { follow } from '../client/live.js';
import { orderLink } from '../client/orders.js';
import { user } from '../client/session.js';
import { ago } from '../client/words.js';
import { icon } from '../components/icon.js';
import { LightElement } from '../components/light-element.js';
import { Loader } from '../components/loader.js';
import { toast } from '../components/toast.js';

/** One's own news, as they come in. */
class AccountNews extends LightElement {
    constructor() {
        super();
        this.news = new Loader(this, () => get('/api/notifications'));
        this.news.run();
    }

    connectedCallback() {
        super.connectedCallback();
        this.stop = follow('out.notices.' + user()?.id, () => this.news.run({ quietly: true }));
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.stop();
    }

    render() {
        return this.news.render({
            what: 'Your notifications',
            skeleton: () => html`<div class="skeleton skeleton-block" aria-hidden="true"></div>`,
            ready: ({ items, unread }) =>
                items.length === 0
                    ? html`<div class="empty">${icon('bell')}<h2>Nothing new</h2>
                        <p>News of your orders shows here.</p></div>`
                    : html`<div class="row row-between"><p class="soft" aria-live="polite">${unread} unread</p>
                    ${
                        unread > 0
                            ? html`<button class="button button-quiet button-small" data-test="mark-read"
                                @click=${this.read}>
                        Mark all as read</button>`
                            : nothing
                    }</div>
                    <ul class="rows">${items.map(row)}</ul>`,
        });
    }

    async read() {
        try {
            await post('/api/notifications/read');
            await this.news.run({ quietly: true });
        } catch (problem) {
            toast(problem.message, { bad: true });
        }
    }
}

function row({ title, text, subject, read, at }) {
    return html`<li class="row" data-test="notice">${icon('bell')}
        <span class="choice-text"><span class=${read ? '' : 'strong'}>${title}</span><br /><span
            class="small">${text}</span><br />
            <time class="small soft" datetime=${at}>${ago(at)}</time></span>
        ${subject?.startsWith('EC') ? html`<a href=${orderLink(subject)}>Open</a>` : nothing}
    </li>`;
}

customElements.define('account-news', AccountNews);
