/** How values read to people. */
const LOCALE = 'en-GB';
const numbers = new Map();

/** An amount in minor units with its currency. @param {{amount: number, currency: string}} value */
export function money({ amount, currency }) {
    if (!numbers.has(currency)) {
        numbers.set(currency, new Intl.NumberFormat(LOCALE, { style: 'currency', currency }));
    }
    const format = numbers.get(currency);
    return format.format(amount / 10 ** format.resolvedOptions().maximumFractionDigits);
}

const formats = {
    day: new Intl.DateTimeFormat(LOCALE, { weekday: 'short', day: 'numeric', month: 'short' }),
    time: new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' }),
    second: new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    moment: new Intl.DateTimeFormat(LOCALE, {
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
    }),
};
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });

export const day = (at) => formats.day.format(new Date(at));
export const time = (at) => formats.time.format(new Date(at));
/** A time of today that changes while one looks. */
export const second = (at) => formats.second.format(new Date(at));
export const moment = (at) => formats.moment.format(new Date(at));

/** A window such as "Tue, 24 Nov, 09:00 to 11:00". */
export function promise({ from, until }) {
    return day(from) === day(until) ? `${day(from)}, ${time(from)} to ${time(until)}` : `${day(from)} to ${day(until)}`;
}

/** How long ago, or until. */
export function ago(at) {
    const seconds = (new Date(at).getTime() - Date.now()) / 1000;
    const [unit, size] = [
        ['day', 86400],
        ['hour', 3600],
        ['minute', 60],
        ['second', 1],
    ].find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
    return relative.format(Math.round(seconds / size), unit);
}

export const count = (value) => new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 }).format(value);

/** "1 item", "2 items". */
export const plural = (value, one, many = one + 's') => `${count(value)} ${value === 1 ? one : many}`;

/** The end of a long id, which is enough to tell things on one page apart. */
export const shortId = (id) => (id.length > 16 ? id.slice(-8) : id);

/** The brand of a card as it is written. */
export const cardBrand = (brand) => ({ visa: 'Visa', mastercard: 'Mastercard', amex: 'American Express' })[brand] ?? words(brand);

/** `out_for_delivery` as "Out for delivery". */
export function words(value) {
    const spaced = String(value).replaceAll(/[_.]/g, ' ');
    return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

const TONES = {
    good: [
        'delivered',
        'captured',
        'completed',
        'received',
        'success',
        'sent',
        'packed',
        'closed',
        'serving',
        'available_for_pickup',
    ],
    warn: [
        'placed',
        'pending',
        'draft',
        'loading',
        'expected',
        'picking',
        'half_open',
        'draining',
        'degraded',
        'partly_captured',
        'partly_refunded',
        'return_to_sender',
    ],
    bad: ['refused', 'failed', 'failure', 'declined', 'error', 'parked', 'aborted', 'down', 'unready', 'reversed'],
    info: [
        'confirmed',
        'shipping',
        'in_transit',
        'out_for_delivery',
        'in_progress',
        'dispatched',
        'planned',
        'picked',
        'authorised',
        'open',
        'pre_transit',
    ],
};

/** The colour of a state: good, warn, bad, info, or none. */
export function tone(state) {
    return Object.keys(TONES).find((name) => TONES[name].includes(state)) ?? '';
}
