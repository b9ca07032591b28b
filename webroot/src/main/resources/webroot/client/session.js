/**
 * Who is signed in, kept over pages and tabs. Access tokens are short-lived and refreshed before they end; a refresh token
 * works once, so only one tab at a time trades it.
 */
const KEY = 'ecamazon.session';
const EARLY_MILLIS = 30_000;
const listeners = new Set();

/** @typedef {{id: string, email: string, name?: string, roles: string[], registeredAt: string}} User */

function read() {
    try {
        return JSON.parse(localStorage.getItem(KEY) ?? 'null');
    } catch {
        return null;
    }
}

function write(session) {
    if (session) {
        localStorage.setItem(KEY, JSON.stringify(session));
    } else {
        localStorage.removeItem(KEY);
    }
    listeners.forEach((listener) => listener());
}

window.addEventListener('storage', (event) => {
    if (event.key === KEY) {
        listeners.forEach((listener) => listener());
    }
});

/** The signed-in person, or null for a guest. @returns {User | null} */
export function user() {
    return read()?.user ?? null;
}

/** True when the signed-in person holds one of the roles; an administrator holds all. @param {string[]} roles */
export function mayAct(roles) {
    const held = user()?.roles ?? [];
    return held.includes('admin') || roles.some((role) => held.includes(role));
}

/** Calls back at each sign-in, sign-out and change of the account. @returns {() => void} stops it */
export function onSession(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

/** Keeps what signing in answered. */
export function keepSession({ accessToken, refreshToken, expiresIn, user: account }) {
    write({ accessToken, refreshToken, endsAt: Date.now() + expiresIn * 1000, user: account });
}

/** Signs out at the server and here. */
export async function signOut() {
    const session = read();
    write(null);
    if (session) {
        await post('/api/sessions/end', session).catch(() => undefined);
    }
}

/** A token that is good for the next call, or null for a guest. @param {boolean} [renew] when the server refused the last */
export async function accessToken(renew = false) {
    const session = read();
    if (!session) {
        return null;
    }
    if (!renew && session.endsAt - EARLY_MILLIS > Date.now()) {
        return session.accessToken;
    }
    return alone(() => refreshed(session.accessToken));
}

/** The token as it stands, for headers that are made without waiting. */
export function currentToken() {
    return read()?.accessToken ?? null;
}

async function refreshed(stale) {
    const session = read();
    if (!session || session.accessToken !== stale) {
        return session?.accessToken ?? null; // Another tab was faster.
    }
    const response = await post('/api/sessions/refresh', session).catch(() => null);
    if (response?.ok) {
        keepSession(await response.json());
    } else if (response && response.status < 500) {
        write(null);
    }
    return read()?.accessToken ?? null;
}

function post(path, { refreshToken }) {
    return fetch(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ refreshToken }),
    });
}

let inThisTab = Promise.resolve();

function alone(action) {
    if (navigator.locks) {
        return navigator.locks.request(KEY, action);
    }
    inThisTab = inThisTab.then(action, action);
    return inThisTab;
}
