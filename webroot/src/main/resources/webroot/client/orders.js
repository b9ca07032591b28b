/** The keys of a guest's orders, kept in this browser so that a link with the number is enough here. */
const KEY = 'ecamazon.orders';

function all() {
    try {
        return JSON.parse(localStorage.getItem(KEY) ?? '{}');
    } catch {
        return {};
    }
}

/** Keeps an order's key. @param {string} number @param {string} token */
export function keepOrderToken(number, token) {
    localStorage.setItem(KEY, JSON.stringify({ ...all(), [number]: token }));
}

/** The key of an order: from the address (`#token=`), which is kept, or as kept before. @returns {string | undefined} */
export function orderToken(number) {
    const given = new URLSearchParams(location.hash.slice(1)).get('token');
    if (given) {
        keepOrderToken(number, given);
    }
    return given ?? all()[number];
}

/** Where an order is shown; the key is in the fragment, which no server sees. */
export function orderLink(number, token) {
    return `/order.html?number=${encodeURIComponent(number)}` + (token ? `#token=${encodeURIComponent(token)}` : '');
}

/** The numbers of the orders that this browser has a key of. */
export const keptOrders = () => Object.keys(all());
