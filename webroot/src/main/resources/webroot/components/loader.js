import { html } from 'lit';
import { onRecovery } from '../client/capabilities.js';
import { Problem } from '../client/problem.js';
import { icon } from './icon.js';

/** Loads something for an element and shows a skeleton, the thing, or a way to try again. */
export class Loader {
    /** @param {import('lit').LitElement} host @param {() => Promise<any>} load */
    constructor(host, load) {
        this.host = host;
        this.load = load;
        this.value = undefined;
        this.problem = null;
        this.loading = false;
        this.runs = 0;
        host.addController(this);
        this.back = () => this.problem && this.run();
    }

    /** What failed is tried again by itself when the connection or the domain is back. */
    hostConnected() {
        window.addEventListener('online', this.back);
        this.stop = onRecovery(this.back);
    }

    hostDisconnected() {
        this.stop();
        window.removeEventListener('online', this.back);
    }

    /** Loads; only the answer of the latest run counts. @param {{quietly?: boolean}} [how] keeps what is shown */
    async run({ quietly = false } = {}) {
        const run = ++this.runs;
        this.loading = !quietly || this.value === undefined;
        this.host.requestUpdate();
        try {
            const value = await this.load();
            if (run === this.runs) {
                this.set(value);
            }
        } catch (problem) {
            if (!(problem instanceof Problem)) {
                throw problem;
            }
            if (run === this.runs) {
                this.problem = quietly && this.value !== undefined ? null : problem;
                this.loading = false;
                this.host.requestUpdate();
            }
        }
    }

    /** Shows this value from now on. */
    set(value) {
        this.value = value;
        this.problem = null;
        this.loading = false;
        this.host.requestUpdate();
    }

    /**
     * @param {{skeleton: () => unknown, ready: (value: any) => unknown, what: string, comfort?: string}} parts
     *     with `comfort`, what is safe meanwhile, the failure takes the place of the whole page
     */
    render({ skeleton, ready, what, comfort }) {
        if (this.problem) {
            const again = () => this.run();
            return comfort ? wholeRetry(this.problem, again, what, comfort) : retry(this.problem, again, what);
        }
        return this.value === undefined ? skeleton() : ready(this.value);
    }
}

/** A block that failed, while the rest of the page works. */
function retry(problem, again, what = 'This part') {
    return html`<div class="retry" role="alert" data-test="retry">
        <span>${what} could not be loaded. <span class="soft">${problem.title}</span></span>
        <button class="button button-quiet button-small" @click=${again}>${icon('refresh')} Try again</button>
    </div>`;
}

function wholeRetry(problem, again, what, comfort) {
    return html`<div class="empty" role="alert" data-test="retry">${icon('plug')}
        <h2>${what} cannot be shown right now</h2>
        <p>${problem.title} ${comfort}</p>
        <button class="button" @click=${again}>${icon('refresh')} Try again</button>
    </div>`;
}
