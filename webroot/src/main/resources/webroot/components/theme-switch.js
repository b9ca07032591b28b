import { html } from 'lit';
import { icon } from './icon.js';
import { LightElement } from './light-element.js';

const KEY = 'ecamazon.theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

/** Changes between light and dark; the choice is stored, without one the system's holds. */
class ThemeSwitch extends LightElement {
    get theme() {
        return document.documentElement.dataset.theme ?? (dark.matches ? 'dark' : 'light');
    }

    render() {
        const other = this.theme === 'dark' ? 'light' : 'dark';
        return html`<button class="header-action" data-test="theme-switch" @click=${() => this.change(other)}>
            ${icon(other === 'dark' ? 'moon' : 'sun')}<span class="visually-hidden">Use ${other} colours</span>
        </button>`;
    }

    change(theme) {
        document.documentElement.dataset.theme = theme;
        localStorage.setItem(KEY, theme);
        this.requestUpdate();
    }
}

customElements.define('theme-switch', ThemeSwitch);
