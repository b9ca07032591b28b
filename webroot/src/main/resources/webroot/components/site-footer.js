import { html } from 'lit';
import { LightElement } from './light-element.js';

/** The foot of every page of the storefront. */
class SiteFooter extends LightElement {
    render() {
        return html`<footer class="footer">
            <div class="footer-bar">
                <p><strong>ECAMazon</strong><br /><span class="soft">From the click to the doorbell.</span></p>
                <nav aria-label="Help">
                    <a href="/products.html">All products</a>
                    <a href="/track.html">Track a parcel</a>
                    <a href="/account.html#orders">Your orders</a>
                    <a href="/console/">For staff</a>
                </nav>
            </div>
        </footer>`;
    }
}

customElements.define('site-footer', SiteFooter);
