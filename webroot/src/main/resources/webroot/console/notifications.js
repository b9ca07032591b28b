import { html } from 'lit';
import { get, path, post } from '../client/api.js';
import { moment, words } from '../client/words.js';
import { choices } from '../components/choices.js';
import { ConsolePage } from '../components/console-page.js';
import { stateBadge } from '../components/state-badge.js';
import '../components/data-table.js';

const LOOK_AGAIN_MILLIS = 3_000;

/** The log of all that people were told, and another try for what did not arrive. */
class ConsoleNotifications extends ConsolePage {
    static roles = ['support'];
    static purpose = 'messages';
    static properties = { ...ConsolePage.properties, state: { state: true } };

    constructor() {
        super();
        this.state = '';
        this.load = (page) => get('/api/notifications/log', { query: { state: this.state, ...page } });
        this.columns = [
            { title: 'Message', cell: ({ title }) => title },
            { title: 'Event', cell: ({ event }) => html`<span class="mono">${event}</span>` },
            { title: 'Channel', cell: ({ channel }) => words(channel) },
            { title: 'To', cell: ({ to }) => to },
            {
                title: 'State',
                cell: ({ state, error }) =>
                    html`${stateBadge(state)}${error ? html`<br /><span class="small soft">${error}</span>` : ''}`,
            },
            { title: 'Tries', number: true, cell: ({ attempts }) => attempts },
            { title: 'When', cell: ({ at }) => moment(at) },
            { title: 'Action', cell: (entry) => (entry.state === 'parked' ? this.again(entry) : '') },
        ];
    }

    opened() {
        this.every(LOOK_AGAIN_MILLIS, () => this.querySelector('data-table')?.refresh());
    }

    view() {
        return html`${this.head('Notifications', 'Everything that was sent, in the app and by mail.')}
            ${choices(
                'Messages',
                [
                    ['', 'All'],
                    ['sent', 'Sent'],
                    ['pending', 'Pending'],
                    ['parked', 'Parked'],
                ],
                this.state,
                (state) => this.filter(state),
            )}
            <section><data-table label="Messages" rowTest="message-row" .columns=${this.columns} .load=${this.load}
                nothing="No message is in this state."></data-table></section>`;
    }

    again({ id, title }) {
        return html`<button class="button button-quiet button-small" data-test="resend"
            @click=${() => this.resend(id)}>Send again<span class="visually-hidden">: ${title}</span></button>`;
    }

    filter(state) {
        this.state = state;
        this.updateComplete.then(() => this.querySelector('data-table').reload());
    }

    async resend(id) {
        await this.act(() => post(path`/api/notifications/log/${id}/resend`), 'It will be tried again.');
        this.querySelector('data-table').refresh();
    }
}

customElements.define('console-notifications', ConsoleNotifications);
