import { html, nothing } from 'lit';
import { moment, money, plural, words } from '../client/words.js';
import { icon } from '../components/icon.js';

/** A transaction's entries: debits are positive, credits are negative. */
export function entries({ entries: all }) {
    return html`${all.map(({ account, amount }) => html`<span class="small">${words(account)} <span
        class="mono">${money(amount)}</span></span><br />`)}`;
}

/** What the accounts add up to; all together it is nothing. */
export function balances(all) {
    const sum = all.reduce((total, { amount }) => total + amount.amount, 0);
    return html`<dl class="tiles">${all.map(({ account, amount }) => html`<div class="tile"
        data-test="balance"><dt>${words(account)}</dt><dd>${money(amount)}</dd></div>`)}
        ${all.length > 0 ? html`<div class="tile"><dt>All together</dt><dd
            data-test="balance-sum">${money({ amount: sum, currency: all[0].amount.currency })}</dd></div>` : nothing}</dl>`;
}

/** Whether ledger and bank agree. */
export function reconciliation({ matched, differences, ledger, statement, at }) {
    const agree = differences.length === 0;
    return html`<p class="note ${agree ? 'note-good' : 'note-bad'}" role="status"
        data-test="reconciliation">${icon(agree ? 'check' : 'alert')}
            <span>${agree ? 'Ledger and bank agree.' : `${plural(differences.length, 'line')} ${differences.length === 1 ? 'differs' : 'differ'}.`} Compared ${moment(at)}.</span></p>
        <dl class="tiles">
            <div class="tile"><dt>Matched lines</dt><dd>${matched}</dd></div><div class="tile"><dt>Ledger</dt>
                <dd>${money(ledger)}</dd></div>
            <div class="tile"><dt>Bank</dt><dd>${money(statement)}</dd></div></dl>
        ${
            agree
                ? nothing
                : html`<div class="table-frame" tabindex="0" role="region" aria-label="Differences"><table
                    class="table"><caption class="visually-hidden">Differences</caption>
            <thead><tr><th scope="col">Reference</th><th scope="col">What</th><th scope="col" class="number">Ours</th>
                <th scope="col" class="number">Bank</th></tr></thead>
            <tbody>${differences.map(
                ({
                    reference,
                    what,
                    ours,
                    banks,
                }) => html`<tr><th scope="row" class="mono">${reference}</th><td>${what}</td>
                <td class="number">${ours ? money(ours) : '–'}</td><td
                    class="number">${banks ? money(banks) : '–'}</td></tr>`,
            )}</tbody></table></div>`
        }`;
}
