import { Problem, problemOf, unreachable } from './problem.js';
import { accessToken } from './session.js';

const TIMEOUT_MILLIS = 10_000;
const RETRIES = 2;
const WORTH_A_RETRY = new Set([0, 502, 503, 504]);

/**
 * @typedef {object} Extra
 * @property {Record<string, string | number | string[] | null | undefined>} [query] empty values are left out
 * @property {unknown} [body] sent as JSON
 * @property {Record<string, string | undefined>} [headers]
 * @property {string} [key] the Idempotency-Key
 * @property {AbortSignal} [signal]
 * @property {boolean} [keepalive] the browser ends it also when the page is left
 */

/** Asks; tried again when the server is away. @param {string} path @param {Extra} [extra] */
export async function get(path, extra) {
    for (let attempt = 0; ; attempt++) {
        try {
            return await call('GET', path, extra);
        } catch (problem) {
            if (attempt === RETRIES || !(problem instanceof Problem) || !WORTH_A_RETRY.has(problem.status)) {
                throw problem;
            }
            await pause(250 * 2 ** attempt * (0.5 + Math.random()));
        }
    }
}

/** Changes; never sent twice by itself. @param {string} path @param {unknown} [body] @param {Extra} [extra] */
export const post = (path, body = {}, extra) => call('POST', path, { ...extra, body });
export const put = (path, body, extra) => call('PUT', path, { ...extra, body });
export const patch = (path, body, extra) => call('PATCH', path, { ...extra, body });
export const remove = (path, extra) => call('DELETE', path, extra);

/** A body that is not JSON, such as a label. @param {string} path */
export const text = async (path) => (await respond('GET', path, {})).text();

/** A path with its variables escaped: `` path`/api/carts/${id}` ``. */
export function path(strings, ...values) {
    return String.raw({ raw: strings }, ...values.map(encodeURIComponent));
}

async function call(method, target, extra = {}) {
    const response = await respond(method, target, extra);
    return response.status === 204 ? null : response.json();
}

async function respond(method, target, extra) {
    let response = await send(method, target, extra, await accessToken());
    if (response.status === 401 && !target.startsWith('/api/sessions')) {
        const token = await accessToken(true);
        if (token) {
            response = await send(method, target, extra, token);
        }
    }
    if (!response.ok) {
        throw await problemOf(response);
    }
    return response;
}

async function send(method, target, { query, body, headers, key, signal, keepalive }, token) {
    const all = new Headers();
    Object.entries(headers ?? {}).forEach(([name, value]) => value && all.set(name, value));
    if (body !== undefined) {
        all.set('Content-Type', 'application/json');
    }
    if (key) {
        all.set('Idempotency-Key', key);
    }
    if (token) {
        all.set('Authorization', 'Bearer ' + token);
    }
    const timeout = AbortSignal.timeout(TIMEOUT_MILLIS);
    try {
        return await fetch(target + queryString(query), {
            method,
            keepalive,
            headers: all,
            body: body === undefined ? undefined : JSON.stringify(body),
            signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        });
    } catch (failure) {
        if (signal?.aborted) {
            throw failure;
        }
        throw unreachable();
    }
}

/** `?a=1&b=2&b=3`, or nothing. @param {Extra['query']} [query] */
export function queryString(query = {}) {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
        for (const one of Array.isArray(value) ? value : [value]) {
            if (one !== null && one !== undefined && one !== '') {
                parameters.append(name, String(one));
            }
        }
    }
    const written = parameters.toString();
    return written && '?' + written;
}

function pause(millis) {
    return new Promise((resume) => setTimeout(resume, millis));
}
