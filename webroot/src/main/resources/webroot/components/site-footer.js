import { html } from 'lit';
import { icon } from './icon.js';
import { LightElement } from './light-element.js';

const SUPPORT = 'support@ecamazon.test';

/** The foot of every page of the storefront. */
class SiteFooter extends LightElement {
    render() {
        return html`<footer class="footer">
            <div class="footer-bar">
                <div class="footer-words">
                    <p class="logo"><span>ECA<b>Mazon</b></span></p>
                    <p class="soft small">From the click to the doorbell: ordered in a minute, followed to your door, sent back
                        from the same page.</p>
                    <p class="small soft row">${icon('card')} Cards are charged when your parcel leaves.</p>
                </div>
                <nav aria-labelledby="footer-shop"><h2 id="footer-shop">Shop</h2>
                    <a href="/products.html">All products</a>
                    <a href="/products.html?sort=newest">New in the shop</a>
                    <a href="/cart.html">Your cart</a></nav>
                <nav aria-labelledby="footer-orders"><h2 id="footer-orders">Orders</h2>
                    <a href="/track.html">Track a parcel</a>
                    <a href="/account.html#orders">Your orders</a>
                    <a href="/account.html">Your account</a></nav>
                <nav aria-labelledby="footer-help"><h2 id="footer-help">Help</h2>
                    <a href="mailto:${SUPPORT}">Write to us</a>
                    <a href="/console/">For staff</a></nav>
            </div>
        </footer>`;
    }
}

customElements.define('site-footer', SiteFooter);
