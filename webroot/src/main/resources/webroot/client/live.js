/**
 * News as it happens, from the event-bus bridge at /eventbus. Speaks the bridge's messages over the WebSocket transport of
 * SockJS (frames `o`, `h`, `a[...]`, `c[...]`), the only transport the shop serves.
 */
import { accessToken, currentToken } from './session.js';

const PING_MILLIS = 5_000;
const FIRST_PAUSE_MILLIS = 500;
const LONGEST_PAUSE_MILLIS = 20_000;

/** @type {Map<string, {headers: () => Record<string, string>, handlers: Set<(body: any) => void>, refusals: number, again?: number}>} */
const registrations = new Map();
const watchers = new Set();
let socket = null;
let open = false;
let pauses = 0;
let timer;

/**
 * Follows an address.
 *
 * @param {string} address such as `out.order.EC123`
 * @param {(body: any) => void} handler
 * @param {{orderToken?: string}} [key] a guest's key; otherwise the signed-in person's token is sent
 * @returns {() => void} stops following
 */
export function follow(address, handler, { orderToken } = {}) {
    const known = registrations.get(address) ?? {
        headers: () => keyHeaders(orderToken),
        handlers: new Set(),
        refusals: 0,
    };
    known.handlers.add(handler);
    if (!registrations.has(address)) {
        registrations.set(address, known);
        register(known, address);
    }
    connect();
    return () => {
        known.handlers.delete(handler);
        if (known.handlers.size === 0 && registrations.get(address) === known) {
            registrations.delete(address);
            clearTimeout(known.again);
            send({ type: 'unregister', address, headers: {} });
        }
    };
}

/** Calls back with whether news come in, now and at each change. @returns {() => void} stops it */
export function onLive(watcher) {
    watchers.add(watcher);
    watcher(open);
    return () => watchers.delete(watcher);
}

/** Asks at once for what was refused, such as when a domain is back. */
export function registerAgain() {
    registrations.forEach((known, address) => known.refusals > 0 && register(known, address));
}

function register(known, address) {
    clearTimeout(known.again);
    send({ type: 'register', address, headers: known.headers() });
}

/** It is asked for again while somebody wants it, with growing pauses: the domain that knows may be away for a moment. */
function refused(address) {
    const known = registrations.get(address);
    if (known) {
        clearTimeout(known.again);
        known.again = setTimeout(() => register(known, address), pauseAfter(known.refusals++));
    }
}

/** Longer with each failure, and not the same for all. */
const pauseAfter = (failures) =>
    Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS * 2 ** failures) * (0.75 + Math.random() / 2);

function keyHeaders(orderToken) {
    if (orderToken) {
        return { 'Order-Token': orderToken };
    }
    const token = currentToken();
    return token ? { Authorization: 'Bearer ' + token } : {};
}

async function connect() {
    if (socket) {
        return;
    }
    const origin = location.origin.replace(/^http/, 'ws');
    const session = Math.random().toString(36).slice(2, 12).padEnd(10, '0');
    socket = new WebSocket(`${origin}/eventbus/000/${session}/websocket`);
    socket.onmessage = ({ data, target }) => frame(data, target);
    socket.onclose = closed;
}

async function frame(data, from) {
    if (data === 'o') {
        await accessToken().catch(() => null); // A fresh token, should the stored one be at its end.
        if (from === socket) { // It may have closed meanwhile.
            opened();
        }
    } else if (data.startsWith('a')) {
        JSON.parse(data.slice(1)).forEach((message) => deliver(JSON.parse(message)));
    }
}

function opened() {
    pauses = 0;
    setOpen(true);
    registrations.forEach(register);
    send({ type: 'ping' });
    timer = setInterval(() => send({ type: 'ping' }), PING_MILLIS);
}

function deliver(message) {
    if (message.type === 'rec' || message.type === 'receive') {
        const known = registrations.get(message.address);
        if (known) {
            known.refusals = 0;
            known.handlers.forEach((handler) => handler(message.body));
        }
    } else if (message.type === 'err' && message.address) {
        refused(message.address);
    }
}

function closed() {
    clearInterval(timer);
    socket = null;
    setOpen(false);
    if (registrations.size > 0) {
        setTimeout(connect, pauseAfter(pauses++));
    }
}

function send(message) {
    if (open && socket?.readyState === WebSocket.OPEN) {
        socket.send(JSON.stringify([JSON.stringify(message)]));
    }
}

function setOpen(value) {
    if (open !== value) {
        open = value;
        watchers.forEach((watcher) => watcher(open));
    }
}

// A page in the back-forward cache may not keep a socket.
window.addEventListener('pagehide', () => socket?.close());
window.addEventListener('pageshow', (event) => event.persisted && registrations.size > 0 && connect());
