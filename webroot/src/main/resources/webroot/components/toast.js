import { html, render } from 'lit';
import { icon } from './icon.js';

const SHOWN_MILLIS = 6_000;
let toasts = [];
let region;

/**
 * Says something in passing, also to screen readers.
 *
 * @param {string} text
 * @param {{href?: string, action?: string, bad?: boolean}} [extra] a link to where it leads
 */
export function toast(text, { href, action, bad = false } = {}) {
    const entry = { text, href, action, bad };
    toasts = [...toasts.slice(-2), entry];
    show();
    setTimeout(() => dismiss(entry), SHOWN_MILLIS);
}

function dismiss(entry) {
    toasts = toasts.filter((one) => one !== entry);
    show();
}

function show() {
    if (!region) {
        region = document.createElement('div');
        region.className = 'toasts';
        region.setAttribute('role', 'status');
        region.setAttribute('aria-live', 'polite');
        document.body.append(region);
    }
    render(
        toasts.map(
            (entry) => html`<div class="toast" data-test="toast">
                ${icon(entry.bad ? 'alert' : 'check')}<span>${entry.text}</span>
                ${entry.href ? html`<a href=${entry.href}>${entry.action}</a>` : ''}
            </div>`,
        ),
        region,
    );
}

// The region must be there before its first words, or they are not read out.
if (document.body) {
    show();
}
