/**
 * The visitor's cart: known by its id, shown in all tabs, changed optimistically. Changes are sent so that the browser ends
 * them also when the visitor leaves the page at once, and the badge says until then that it waits.
 */
import { get, patch, path, post, remove } from './api.js';
import { answered, intend, leftUnsent, mayBeOld, sending, settled } from './cart-adding.js';
import { Problem } from './problem.js';
import { accessToken } from './session.js';

const ID = 'ecamazon.cart';
const COUNT = 'ecamazon.cart.units';
const channel = new BroadcastChannel('ecamazon.cart');
const listeners = new Set();
const LOOKS = 6;
const BETWEEN_LOOKS_MILLIS = 250;
const KEPT = { keepalive: true };
/** Taken before anything can be added here, or it would be added twice. */
const left = leftUnsent();
let adding = 0;
let opening = null;

channel.onmessage = () => listeners.forEach((listener) => listener(count()));

/** How many units are in the cart as the shop said last, and those on their way into it. */
export function count() {
    return confirmed() + adding;
}

/** Whether units are on their way into the cart. */
export const isAdding = () => adding > 0;

function confirmed() {
    return Number(localStorage.getItem(COUNT) ?? 0);
}

/** Calls back with the count at each change, in any tab. @returns {() => void} stops it */
export function onCart(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

/** The cart, or null when there is none. @returns {Promise<any>} */
export async function cart() {
    // What the shop refuses now is not in the cart that is shown next.
    await Promise.allSettled(left.splice(0).map(({ sku, quantity }) => addToCart(sku, quantity)));
    const id = localStorage.getItem(ID);
    if (!id) {
        setCount(0);
        return null;
    }
    try {
        return kept(await latest(id));
    } catch (problem) {
        if (problem instanceof Problem && (problem.status === 404 || problem.status === 410)) {
            forget();
            return null;
        }
        throw problem;
    }
}

/** The cart, with what an earlier page sent right before it was left. */
async function latest(id) {
    for (let look = 1; ; look++) {
        const found = await get(path`/api/carts/${id}`);
        if (look === LOOKS || !mayBeOld(unitsOf(found))) {
            answered();
            return found;
        }
        await new Promise((resume) => setTimeout(resume, BETWEEN_LOOKS_MILLIS));
    }
}

/** Puts units in; the badge counts them at once, as on their way, and takes them back when the shop refuses. */
export async function addToCart(sku, quantity) {
    adding += quantity;
    tell();
    const one = intend(sku, quantity);
    try {
        return await added(one);
    } finally {
        adding -= quantity;
        settled(one);
        tell();
    }
}

async function added(one) {
    await accessToken();
    const id = localStorage.getItem(ID) ?? (await opened());
    try {
        return kept(await put(id, one));
    } catch (problem) {
        if (problem instanceof Problem && (problem.code === 'CART_ORDERED' || problem.status === 404)) {
            return kept(await put(await opened(), one));
        }
        throw problem;
    }
}

function put(id, one) {
    sending(one, confirmed());
    return post(path`/api/carts/${id}/lines`, { sku: one.sku, quantity: one.quantity }, KEPT);
}

/** One cart, also when two products are added at once. */
function opened() {
    opening ??= open().finally(() => (opening = null));
    return opening;
}

async function open() {
    const created = await post('/api/carts');
    localStorage.setItem(ID, created.id);
    return created.id;
}

export const changeLine = async (id, line, quantity) =>
    kept(await patch(path`/api/carts/${id}/lines/${line}`, { quantity }, KEPT));
export const removeLine = async (id, line) => kept(await remove(path`/api/carts/${id}/lines/${line}`, KEPT));
export const addCode = async (id, code) => kept(await post(path`/api/carts/${id}/codes`, { code }));
export const removeCode = async (id, code) => kept(await remove(path`/api/carts/${id}/codes/${code}`));

/** The cart became an order: the next add opens a new one. */
export function forget() {
    localStorage.removeItem(ID);
    setCount(0);
}

/** The units in a cart's lines. */
export const unitsOf = ({ lines }) => lines.reduce((sum, line) => sum + line.quantity, 0);

function kept(cart) {
    if (cart.state && cart.state !== 'open') {
        forget();
        return null;
    }
    setCount(unitsOf(cart));
    return cart;
}

function setCount(units) {
    if (units !== confirmed()) {
        localStorage.setItem(COUNT, String(units));
        channel.postMessage(units);
    }
    tell();
}

function tell() {
    listeners.forEach((listener) => listener(count()));
}
