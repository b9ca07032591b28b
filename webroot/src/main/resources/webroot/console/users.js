import { html } from 'lit';
import { get, path, put } from '../client/api.js';
import { mayAct } from '../client/session.js';
import { day, words } from '../client/words.js';
import { choices, detail } from '../components/choices.js';
import { ConsolePage } from '../components/console-page.js';
import '../components/data-table.js';

const ROLES = ['customer', 'warehouse', 'merchandiser', 'support', 'finance', 'dispatcher', 'driver', 'admin'];

const COLUMNS = [
    { title: 'E-mail address', cell: ({ email }) => email },
    { title: 'Name', cell: ({ name }) => name ?? '' },
    { title: 'Roles', cell: ({ roles }) => roles.map(words).join(', ') },
    { title: 'Since', cell: ({ registeredAt }) => day(registeredAt) },
];

/** Accounts, and the roles that they have. */
class ConsoleUsers extends ConsolePage {
    static roles = ['support'];
    static purpose = 'people';
    static properties = { ...ConsolePage.properties, role: { state: true }, chosen: { state: true } };

    constructor() {
        super();
        this.q = '';
        this.role = '';
        this.load = (page) => get('/api/users', { query: { q: this.q, role: this.role, ...page } });
    }

    view() {
        return html`${this.head('Users', 'Who has an account, and what it may do.')}
            ${choices('Accounts', [['', 'All'], ...ROLES.map((role) => [role, words(role)])], this.role, (role) => this.filter({ role }))}
            <div class="console-bar"><div class="field"><label for="users-q">E-mail address</label>
                <input class="input" id="users-q" data-test="users-search"
                    @input=${(e) => this.filter({ q: e.target.value.trim() })} /></div></div>
            <div class="split">
                <data-table label="Accounts" rowTest="user-row" choosable .columns=${COLUMNS} .load=${this.load}
                    .chosen=${this.chosen?.id}
                    nothing="No account matches." @choose=${(e) => (this.chosen = e.detail)}></data-table>
                ${detail(this.chosen, () => this.account(this.chosen), 'Choose an account to see its roles.')}
            </div>`;
    }

    account({ id, email, roles }) {
        const admin = mayAct([]);
        return html`<h2>${email}</h2><p class="small soft mono">${id}</p>
            <form class="stack" @submit=${this.save}>
                <fieldset ?disabled=${!admin}><legend class="field-label">Roles</legend>
                    ${ROLES.map(
                        (
                            role,
                        ) => html`<label class="check"><input type="checkbox" name="role" value=${role}
                            data-test="role-${role}"
                        .checked=${roles.includes(role)} /><span>${words(role)}</span></label>`,
                    )}</fieldset>
                ${
                    admin
                        ? html`<button class="button" data-test="roles-save" ?disabled=${this.busy}>Save roles</button>`
                        : html`<p class="small soft">Only an administrator changes roles.</p>`
                }
            </form>`;
    }

    filter(change) {
        Object.assign(this, change);
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.querySelector('data-table').reload(), 200);
    }

    async save(event) {
        event.preventDefault();
        const roles = new FormData(event.target).getAll('role');
        const changed = await this.act(
            () => put(path`/api/users/${this.chosen.id}/roles`, { roles }),
            'The roles are saved.',
        );
        if (changed) {
            this.chosen = changed;
            this.querySelector('data-table').refresh();
        }
    }
}

customElements.define('console-users', ConsoleUsers);
