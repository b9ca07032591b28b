/** One attempt to order: its Idempotency-Key stays the same until the shop has given its final answer. */
import { post } from '../client/api.js';
import { Problem } from '../client/problem.js';

const STORE = 'ecamazon.attempt';
let running = null;

/** An attempt whose answer was never seen, such as after a reload. @returns {{key: string, body: any} | null} */
export function unanswered() {
    try {
        return JSON.parse(sessionStorage.getItem(STORE) ?? 'null');
    } catch {
        return null;
    }
}

/** Orders; a second click while the first runs gets the same answer. @param {any} body */
export function place(body) {
    running ??= send(body).finally(() => (running = null));
    return running;
}

async function send(body) {
    const before = unanswered();
    const same = before && JSON.stringify(before.body) === JSON.stringify(body);
    const attempt = same ? before : { key: freshKey(), body };
    sessionStorage.setItem(STORE, JSON.stringify(attempt));
    try {
        const order = await post('/api/orders', body, { key: attempt.key });
        sessionStorage.removeItem(STORE);
        return order;
    } catch (problem) {
        if (problem instanceof Problem && isFinal(problem)) {
            sessionStorage.removeItem(STORE);
        }
        throw problem;
    }
}

/** After anything else the same key is sent again, so that no order is made twice. */
function isFinal({ status, code }) {
    return code === 'NOT_COMPLETED' || (status >= 400 && status < 500 && status !== 408 && status !== 429);
}

function freshKey() {
    return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
