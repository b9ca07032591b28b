/** The visitor's cart: known by its id, shown in all tabs, changed optimistically. */
import { get, patch, path, post, remove } from './api.js';
import { Problem } from './problem.js';

const ID = 'ecamazon.cart';
const COUNT = 'ecamazon.cart.units';
const channel = new BroadcastChannel('ecamazon.cart');
const listeners = new Set();

channel.onmessage = () => listeners.forEach((listener) => listener(count()));

/** How many units are in the cart, as far as this browser knows. */
export function count() {
    return Number(localStorage.getItem(COUNT) ?? 0);
}

/** Calls back with the count at each change, in any tab. @returns {() => void} stops it */
export function onCart(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

/** The cart, or null when there is none. @returns {Promise<any>} */
export async function cart() {
    const id = localStorage.getItem(ID);
    if (!id) {
        return null;
    }
    try {
        return kept(await get(path`/api/carts/${id}`));
    } catch (problem) {
        if (problem instanceof Problem && (problem.status === 404 || problem.status === 410)) {
            forget();
            return null;
        }
        throw problem;
    }
}

/** Puts units in; the badge counts them at once and takes them back when the shop refuses. */
export async function addToCart(sku, quantity) {
    const before = count();
    setCount(before + quantity);
    try {
        return await added(sku, quantity);
    } catch (problem) {
        setCount(before);
        throw problem;
    }
}

async function added(sku, quantity) {
    const id = localStorage.getItem(ID) ?? (await opened());
    try {
        return kept(await post(path`/api/carts/${id}/lines`, { sku, quantity }));
    } catch (problem) {
        if (problem instanceof Problem && (problem.code === 'CART_ORDERED' || problem.status === 404)) {
            return kept(await post(path`/api/carts/${await opened()}/lines`, { sku, quantity }));
        }
        throw problem;
    }
}

async function opened() {
    const created = await post('/api/carts');
    localStorage.setItem(ID, created.id);
    return created.id;
}

export const changeLine = async (id, line, quantity) =>
    kept(await patch(path`/api/carts/${id}/lines/${line}`, { quantity }));
export const removeLine = async (id, line) => kept(await remove(path`/api/carts/${id}/lines/${line}`));
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
    localStorage.setItem(COUNT, String(units));
    listeners.forEach((listener) => listener(units));
    channel.postMessage(units);
}
