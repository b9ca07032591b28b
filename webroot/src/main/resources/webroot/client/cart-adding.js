/**
 * What this tab is putting into the cart. A visitor may leave the page at any moment: what was not yet sent is sent by the next
 * page, and what was sent without an answer is waited for there.
 */
const UNSENT = 'ecamazon.cart.unsent';
const UNANSWERED = 'ecamazon.cart.unanswered';
const TRUSTED_MILLIS = 10_000;

/** @typedef {{id: string, sku: string, quantity: number}} Adding */

const read = (key, otherwise) => {
    try {
        return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? otherwise;
    } catch {
        return otherwise;
    }
};

/** Keeps an addition until it is sent. @param {string} sku @param {number} quantity @returns {Adding} */
export function intend(sku, quantity) {
    const adding = { id: Math.random().toString(36).slice(2), sku, quantity };
    sessionStorage.setItem(UNSENT, JSON.stringify([...read(UNSENT, []), adding]));
    return adding;
}

let leaving = false;

// A call that the browser ends because the page is left is not the shop's answer.
window.addEventListener('beforeunload', () => (leaving = true));
window.addEventListener('pageshow', () => (leaving = false));

/** It is sent now, to a cart that has so many units. @param {Adding} adding @param {number} units */
export function sending(adding, units) {
    drop(adding);
    sessionStorage.setItem(UNANSWERED, JSON.stringify({ units, at: Date.now() }));
}

/** It is in the cart, or the visitor was told why not. @param {Adding} adding */
export function settled(adding) {
    if (!leaving) {
        drop(adding);
        answered();
    }
}

function drop({ id }) {
    const left = read(UNSENT, []);
    sessionStorage.setItem(UNSENT, JSON.stringify(left.filter((one) => one.id !== id)));
}

/** What an earlier page had no time to send; handed out once. @returns {Adding[]} */
export function leftUnsent() {
    const left = read(UNSENT, []);
    sessionStorage.removeItem(UNSENT);
    return left;
}

/** A cart that is read from now on is as it is. */
export const answered = () => sessionStorage.removeItem(UNANSWERED);

/** Whether a cart with so many units may be from before an addition that an earlier page sent. @param {number} units */
export function mayBeOld(units) {
    const waiting = read(UNANSWERED, null);
    return waiting !== null && waiting.units === units && Date.now() - waiting.at < TRUSTED_MILLIS;
}
