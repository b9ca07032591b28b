import { html, nothing } from 'lit';
import { get, path, post } from '../client/api.js';
import { mayAct } from '../client/session.js';
import { moment, money, words } from '../client/words.js';
import { choices, detail } from '../components/choices.js';
import { ConsolePage } from '../components/console-page.js';
import { Form } from '../components/form.js';
import { required } from '../client/rules.js';
import { Loader } from '../components/loader.js';
import { stateBadge } from '../components/state-badge.js';
import { balances, entries, reconciliation } from './ledger-parts.js';
import '../components/data-table.js';

const STATES = [
    '',
    'authorised',
    'partly_captured',
    'captured',
    'partly_refunded',
    'refunded',
    'voided',
    'declined',
    'pending',
];
const amount = (text) => (/^\d{1,7}([.,]\d{1,2})?$/.test(text?.trim() ?? '') ? '' : 'Enter an amount such as 19.90.');

const COLUMNS = [
    { title: 'Order', cell: ({ order }) => html`<span class="mono">${order}</span>` },
    { title: 'State', cell: ({ state }) => stateBadge(state) },
    { title: 'Authorised', number: true, cell: ({ authorised }) => money(authorised) },
    { title: 'Captured', number: true, cell: ({ captured }) => money(captured) },
    { title: 'Refunded', number: true, cell: ({ refunded }) => money(refunded) },
    { title: 'Since', minor: true, cell: ({ createdAt }) => moment(createdAt) },
];
const LEDGER_COLUMNS = [
    { title: 'Transaction', cell: ({ kind }) => words(kind) },
    { title: 'Order', cell: ({ order }) => html`<span class="mono">${order}</span>` },
    { title: 'Entries', cell: entries },
    { title: 'When', cell: ({ at }) => moment(at) },
];

/** The money of the orders, the ledger behind it, and whether the bank agrees. */
class ConsolePayments extends ConsolePage {
    static roles = ['finance', 'support'];
    static purpose = 'money';
    static properties = {
        ...ConsolePage.properties,
        part: { state: true },
        state: { state: true },
        order: { state: true },
    };

    constructor() {
        super();
        this.part = 'payments';
        this.state = '';
        this.order = new URLSearchParams(location.search).get('order');
        this.load = (page) => get('/api/payments', { query: { state: this.state, ...page } });
        this.loadLedger = async (page) => {
            const ledger = await get('/api/ledger', { query: page });
            this.balances.set(ledger.balances);
            return ledger;
        };
        this.balances = new Loader(this, async () => []);
        this.payment = new Loader(this, () => get(path`/api/payments/${this.order}`));
        this.compared = new Loader(this, () => get('/api/reconciliation'));
        this.form = new Form(this, 'refund', { amount, reason: required('a reason') });
    }

    opened() {
        if (this.order) {
            this.payment.run();
        }
    }

    view() {
        const parts = mayAct(['finance'])
            ? [
                  ['payments', 'Payments'],
                  ['ledger', 'Ledger'],
                  ['reconciliation', 'Reconciliation'],
              ]
            : [['payments', 'Payments']];
        return html`${this.head('Payments', 'Authorised at order, captured when a parcel leaves, refunded on return.')}
            ${choices('Part', parts, this.part, (part) => this.turn(part))}
            ${{ payments: () => this.payments(), ledger: () => this.ledger(), reconciliation: () => this.reconciliation() }[this.part]()}`;
    }

    payments() {
        return html`<div class="console-bar"><div class="field"><label for="payments-state">State</label>
                <select class="input" id="payments-state" data-test="payments-state"
                    @change=${(e) => this.filter(e.target.value)}>
                    ${STATES.map((state) => html`<option
                        value=${state}>${state ? words(state) : 'All'}</option>`)}</select></div></div>
            <div class="split"><data-table label="Payments" key="order" rowTest="payment-row" choosable
                .columns=${COLUMNS} .load=${this.load} .chosen=${this.order}
                nothing="No payment is in this state." @choose=${(e) => this.choose(e.detail.order)}></data-table>
            ${detail(this.order, () => this.chosen(), 'Choose a payment to see its movements.')}</div>`;
    }

    chosen() {
        return this.payment.render({
            what: 'The payment',
            skeleton: () => html`<div class="skeleton skeleton-block" aria-hidden="true"></div>`,
            ready: (
                payment,
            ) => html`<div class="row row-between"><h2
                class="mono">${payment.order}</h2>${stateBadge(payment.state, { test: 'payment-state' })}</div>
                <dl class="pairs"><dt>Authorised</dt><dd>${money(payment.authorised)}</dd><dt>Captured</dt>
                    <dd>${money(payment.captured)}</dd>
                    <dt>Refunded</dt><dd data-test="refunded">${money(payment.refunded)}</dd></dl>
                <section><h3>Movements</h3>${payment.movements.length === 0 ? html`<p
                    class="small soft">None yet.</p>` : nothing}
                    <ul class="stack">${payment.movements.map(
                        (one) => html`<li class="row row-between small"><span>${words(one.kind)}<br />
                        <span class="soft">${moment(one.at)}</span></span><span
                            class="row">${money(one.amount)} ${stateBadge(one.state)}</span></li>`,
                    )}</ul></section>
                ${mayAct(['finance']) && payment.captured.amount > payment.refunded.amount ? this.refundForm(payment) : nothing}`,
        });
    }

    refundForm(payment) {
        return html`<section><h3>Refund</h3><form class="inline-form" novalidate
            @submit=${(e) => this.refund(e, payment)}>
            ${this.form.errorSummary()}
            ${this.form.field('amount', `Amount, ${payment.captured.currency}`, { inputmode: 'decimal' })}
            ${this.form.field('reason', 'Reason', { max: 200 })}
            <button class="button button-danger" data-test="refund"
                ?disabled=${this.busy}>Refund</button></form></section>`;
    }

    ledger() {
        return html`<section>${balances(this.balances.value ?? [])}
            <data-table label="Ledger" rowTest="ledger-row" .columns=${LEDGER_COLUMNS} .load=${this.loadLedger}
                nothing="No transaction yet."></data-table></section>`;
    }

    reconciliation() {
        return html`<section>${this.compared.render({
            what: 'The reconciliation',
            skeleton: () => html`<div class="skeleton skeleton-block" aria-hidden="true"></div>`,
            ready: reconciliation,
        })}</section>`;
    }

    turn(part) {
        this.part = part;
        if (part === 'reconciliation') {
            this.compared.run();
        }
    }

    filter(state) {
        this.state = state;
        this.querySelector('data-table').reload();
    }

    choose(order) {
        this.order = order;
        this.key = null;
        this.form.reset();
        this.payment.value = undefined;
        this.payment.run();
    }

    /** The key stays the same until the refund is answered, so that a repeat refunds once. */
    async refund(event, { order, captured }) {
        event.preventDefault();
        if (!this.form.valid()) {
            return;
        }
        const { amount: text, reason } = this.form.values;
        const body = {
            amount: { amount: Math.round(Number(text.replace(',', '.')) * 100), currency: captured.currency },
            reason: reason.trim(),
        };
        this.key ??= `refund-${order}-${Date.now().toString(36)}`;
        const payment = await this.act(
            () => post(path`/api/payments/${order}/refunds`, body, { key: this.key }),
            'The refund is on its way.',
            this.form,
        );
        if (payment) {
            this.key = null;
            this.form.reset();
            this.payment.set(payment);
            this.querySelector('data-table').refresh();
        }
    }
}

customElements.define('console-payments', ConsolePayments);
