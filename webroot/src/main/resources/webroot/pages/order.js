import { html, nothing } from 'lit';
import { get, path, post } from '../client/api.js';
import { onRecovery, refused, renderWith, sentenceOf, stateOf } from '../client/capabilities.js';
import { follow, onLive } from '../client/live.js';
import { orderToken } from '../client/orders.js';
import { Problem } from '../client/problem.js';
import { user } from '../client/session.js';
import { promise } from '../client/words.js';
import { addressLines } from '../components/address-fields.js';
import { confirm } from '../components/confirm.js';
import { eventTimeline } from '../components/event-timeline.js';
import { icon } from '../components/icon.js';
import { LightElement } from '../components/light-element.js';
import { Loader } from '../components/loader.js';
import { costs, orderLines } from '../components/order-parts.js';
import { stateBadge } from '../components/state-badge.js';
import { toast } from '../components/toast.js';
import { headline, parcelList, progress, vanMap } from './order-tracking.js';
import '../components/return-dialog.js';
import '../components/site-header.js';
import '../components/site-footer.js';

const OVER = ['delivered', 'returned', 'cancelled', 'refused'];
const LOOK_AGAIN_MILLIS = 10_000;
const SETTLE_MILLIS = 150;

/** An order with all that happens to it, live, for its owner or for a guest with its key. */
class OrderPage extends LightElement {
    static properties = { live: { state: true }, vans: { state: true }, busy: { state: true } };

    constructor() {
        super();
        renderWith(this);
        const parameters = new URLSearchParams(location.search);
        this.number = parameters.get('number') ?? '';
        this.placed = parameters.has('placed');
        this.token = orderToken(this.number);
        this.vans = {};
        this.trails = {};
        this.states = {};
        this.followed = new Map();
        this.order = new Loader(this, () => this.load());
    }

    connectedCallback() {
        super.connectedCallback();
        this.keep('order', () => follow('out.order.' + this.number, () => this.soon(), { orderToken: this.token }));
        // What happened while it was away was told to nobody.
        this.keep('recovery', () => onRecovery(() => this.order.run({ quietly: true })));
        this.keep('live', () => onLive((live) => (this.live = live)));
        this.timer = setInterval(() => this.isOver || this.order.run({ quietly: true }), LOOK_AGAIN_MILLIS);
        this.order.run();
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        clearInterval(this.timer);
        this.followed.forEach((stop) => stop());
        this.followed.clear();
    }

    get isOver() {
        return OVER.includes(this.order.value?.order.state);
    }

    get key() {
        return { headers: { 'Order-Token': this.token } };
    }

    async load() {
        const [order, timeline] = await Promise.all([
            get(path`/api/orders/${this.number}`, this.key),
            get(path`/api/orders/${this.number}/timeline`, this.key),
        ]);
        document.title = `Order ${order.number} · ECAMazon`;
        order.parcels.forEach(({ sscc, state }) => this.followParcel(sscc, state));
        return { order, timeline: timeline.items };
    }

    followParcel(sscc, state) {
        const options = { orderToken: this.token };
        this.keep('parcel' + sscc, () => follow('out.parcel.' + sscc, () => this.soon(), options));
        if (this.states[sscc] !== state) {
            // Whoever begins to follow a van is told all that is known of it.
            this.states[sscc] = state;
            this.followed.get('van' + sscc)?.();
            this.followed.delete('van' + sscc);
        }
        this.keep('van' + sscc, () => follow('out.van.' + sscc, (van) => this.vanMoved(sscc, van), options));
    }

    keep(name, start) {
        if (!this.followed.has(name)) {
            this.followed.set(name, start());
        }
    }

    vanMoved(sscc, van) {
        this.vans = { ...this.vans, [sscc]: { ...this.vans[sscc], ...van } };
        if (van.position) {
            this.trails[sscc] = [...(this.trails[sscc] ?? []), van.position].slice(-400);
        }
    }

    /** News come in bursts; one look is enough for all of them. */
    soon() {
        clearTimeout(this.settling);
        this.settling = setTimeout(() => this.order.run({ quietly: true }), SETTLE_MILLIS);
    }

    render() {
        const closed = [401, 403, 404].includes(this.order.problem?.status);
        return html`<div class="page">
            ${
                closed
                    ? this.closed()
                    : this.order.render({
                          what: 'Your order',
                          comfort: 'The order itself is safe and goes on without this page.',
                          skeleton: () => html`<h1>Order ${this.number}</h1><div class="with-side" aria-hidden="true">
                    <div class="skeleton skeleton-tall"></div><div class="skeleton skeleton-block"></div></div>`,
                          ready: (value) => this.full(value),
                      })
            }
        </div>`;
    }

    full({ order, timeline }) {
        const [title, text] = headline(order);
        return html`${
            this.placed && !this.isOver
                ? html`<div class="note note-good" role="status" data-test="thanks">${icon('check')}
                <div><strong>Thank you.</strong> A confirmation goes to ${order.email}. Keep this page's address: it opens your order.</div></div>`
                : nothing
        }
            <div class="order-head">
                <div><p class="soft small">Order <span class="mono" data-test="order-number">${order.number}</span></p>
                    <h1 aria-live="polite">${title}</h1><p class="soft">${order.refusal ?? text}</p></div>
                <div class="order-state">${stateBadge(order.state, { test: 'order-state' })}
                    <span class="live-state ${this.live ? 'is-live' : ''}">${this.live ? 'Live' : 'Connecting'}</span></div>
            </div>
            ${progress(order)}
            <div class="with-side">
                <div class="stack-large">
                    <section class="card" aria-labelledby="where-title"><h2 class="card-title"
                        id="where-title">Where it is</h2>
                        ${this.where(order)}</section>
                    <section class="card" aria-labelledby="happened-title"><h2 class="card-title"
                        id="happened-title">What happened</h2>
                        ${eventTimeline(timeline)}</section>
                </div>
                <aside class="stack-large">
                    <section class="card"><h2
                        class="card-title">What you ordered</h2>${orderLines(order.lines)}${costs(order.totals)}</section>
                    <section class="card"><h2 class="card-title">Delivery</h2>${addressLines(order.address)}
                        ${order.promise ? html`<p class="small"><span
                            class="soft">Promised for</span> ${promise(order.promise)}</p>` : nothing}</section>
                    ${this.actions(order)}
                </aside>
            </div>`;
    }

    where(order) {
        if (order.parcels.length === 0) {
            return html`<p class="soft">${
                order.state === 'confirmed'
                    ? 'A warehouse picks your items. The parcel shows here once it is packed.'
                    : this.isOver
                      ? 'There are no parcels.'
                      : 'Parcels show here once they are packed.'
            }</p>`;
        }
        return parcelList(order.parcels, (sscc, state) =>
            state === 'delivered'
                ? html`<p>${icon('home')} Handed over.</p>`
                : vanMap(sscc, this.vans[sscc], this.trails[sscc] ?? []),
        );
    }

    actions(order) {
        return html`<div class="row">
            ${
                ['placed', 'confirmed'].includes(order.state)
                    ? html`<button class="button button-danger" data-test="cancel-order"
                ?disabled=${this.busy || refused('cancel')}
                @click=${() => this.cancel(order)}>Cancel this order</button>
                ${stateOf('cancel') === 'ok' ? nothing : why(sentenceOf('cancel'))}`
                    : nothing
            }
            ${
                order.state === 'delivered'
                    ? html`<button class="button button-quiet" data-test="open-return" ?disabled=${refused('returns')}
                @click=${() => this.querySelector('return-dialog').open()}>${icon('undo')} Return items</button>
                ${refused('returns') ? why(sentenceOf('returns')) : nothing}
                <return-dialog .order=${order} .token=${this.token} @opened=${() => this.soon()}></return-dialog>`
                    : nothing
            }
        </div>`;
    }

    async cancel(order) {
        if (
            !(await confirm(
                `Cancel order ${order.number}?`,
                'Its items go back on the shelf and nothing is charged.',
                'Cancel the order',
                'Keep it',
            ))
        ) {
            return;
        }
        this.busy = true;
        try {
            await post(path`/api/orders/${order.number}/cancel`, {}, this.key);
            await this.order.run({ quietly: true });
        } catch (problem) {
            if (!(problem instanceof Problem)) {
                throw problem;
            }
            toast(problem.title, { bad: true });
        } finally {
            this.busy = false;
        }
    }

    closed() {
        return html`<div class="empty" data-test="order-closed">${icon('box')}<h1>We cannot show this order</h1>
            <p>Open it with the link in your confirmation mail${user() ? '' : ', or sign in with the account that ordered'}.</p>
            <a class="button" href="/account.html#orders">${user() ? 'Your orders' : 'Sign in'}</a></div>`;
    }
}

const why = (text) => html`<p class="why-not">${icon('info')} ${text}</p>`;

customElements.define('order-page', OrderPage);
