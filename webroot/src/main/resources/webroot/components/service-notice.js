import { html, nothing } from 'lit';
import { notices, renderWith } from '../client/capabilities.js';
import { icon } from './icon.js';
import { LightElement } from './light-element.js';

/** Says above the page what of it does not work just now; it comes and goes by itself. */
class ServiceNotice extends LightElement {
    constructor() {
        super();
        renderWith(this);
    }

    connectedCallback() {
        super.connectedCallback();
        // The region is there before its words, or they would not be read out.
        this.setAttribute('role', 'status');
        this.setAttribute('aria-live', 'polite');
    }

    render() {
        const said = notices();
        return said.length === 0
            ? nothing
            : html`<div class="service-note" data-test="service-notice">${icon('info')}<div>
            <strong>Not everything works just now.</strong>
            <ul>${said.map((sentence) => html`<li>${sentence}</li>`)}</ul>
            <p class="small">This page changes by itself when it works again.</p></div></div>`;
    }
}

customElements.define('service-notice', ServiceNotice);

document.querySelector('main')?.prepend(document.createElement('service-notice'));
