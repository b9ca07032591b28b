import { html, nothing } from 'lit';

/** One of several views of a list. @param {string} label @param {[string, string][]} options @param {string} chosen @param {(value: string) => void} choose */
export function choices(label, options, chosen, choose) {
    return html`<div class="tabs" role="group" aria-label=${label}>
        ${options.map(
            ([value, text]) => html`<button aria-pressed=${value === chosen} data-test="view-${value || 'all'}"
            @click=${() => choose(value)}>${text}</button>`,
        )}
    </div>`;
}

/** The part beside a list that shows the chosen row. */
export function detail(chosen, body, hint) {
    return html`<aside class="card detail-pane" aria-label="Details" data-test="detail">
        ${chosen ? body() : html`<p class="soft detail-hint">${hint ?? nothing}</p>`}
    </aside>`;
}
