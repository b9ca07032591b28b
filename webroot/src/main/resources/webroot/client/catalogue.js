import { get } from './api.js';

const KEY = 'ecamazon.categories';
const FRESH_MILLIS = 120_000;
let asked;

/** The categories, parents before children; asked once a page and kept for two minutes. @returns {Promise<any[]>} */
export function categories() {
    asked ??= kept() ?? ask();
    return asked;
}

function kept() {
    try {
        const { at, items } = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
        return Date.now() - at < FRESH_MILLIS ? Promise.resolve(items) : undefined;
    } catch {
        return undefined;
    }
}

async function ask() {
    try {
        const { items } = await get('/api/categories');
        if (items.length > 0) {
            sessionStorage.setItem(KEY, JSON.stringify({ at: Date.now(), items }));
        }
        return items;
    } catch (problem) {
        asked = undefined;
        throw problem;
    }
}

/** The category and those above it, topmost first. @param {any[]} all @param {string} id */
export function pathTo(all, id) {
    const found = all.find((category) => category.id === id);
    return found ? [...(found.parent ? pathTo(all, found.parent) : []), found] : [];
}

export const topmost = (all) => all.filter(({ parent }) => !parent);
export const below = (all, id) => all.filter(({ parent }) => parent === id);

export const productLink = ({ id, sku }, variant) =>
    `/product.html?id=${encodeURIComponent(id)}` +
    (variant && variant !== sku ? `&sku=${encodeURIComponent(variant)}` : '');
export const categoryLink = (id) => `/products.html?category=${encodeURIComponent(id)}`;
