import { html } from 'lit';
import { tone, words } from '../client/words.js';

/** A state as a coloured word. @param {string} state @param {{test?: string, as?: string}} [extra] */
export function stateBadge(state, { test = 'state', as = tone(state) } = {}) {
    return html`<span class="badge ${as ? 'badge-' + as : ''}" data-test=${test}
        data-state=${state}>${words(state)}</span>`;
}
