/**
 * What works at this moment, as the shop tells it: asked for when the page opens, and heard of whenever the live connection is
 * made and at each change. A page names what it needs in its `<meta name="capabilities">`.
 */
import { get } from './api.js';
import { follow, onLive, registerAgain } from './live.js';

/** Not all pages at the same moment. */
const LONGEST_RECOVERY_MILLIS = 1_000;
const RANK = ['ok', 'stale', 'later', 'refused'];

/** @type {Map<string, {state: 'ok' | 'stale' | 'later' | 'refused', sentence: string}>} */
let known = new Map();
const watchers = new Set();
const recoveries = new Set();
let wasLive = false;

const needs = (document.querySelector('meta[name="capabilities"]')?.content ?? '').split(' ').filter(Boolean);

/** How well something works; what is not known yet is taken to work. @param {string} name such as `checkout` */
export const stateOf = (name) => known.get(name)?.state ?? 'ok';

/** True when it is refused at this moment. @param {string} name */
export const refused = (name) => stateOf(name) === 'refused';

/** What people are told of it. @param {string} name */
export const sentenceOf = (name) => known.get(name)?.sentence ?? '';

/** What does not work as always of what this page needs, in sentences. @returns {string[]} */
export const notices = () => needs.filter((name) => stateOf(name) !== 'ok').map(sentenceOf);

/** Calls back at each change. @returns {() => void} stops it */
export function onCapabilities(watcher) {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
}

/** Calls back when something works again that did not. @returns {() => void} stops it */
export function onRecovery(action) {
    recoveries.add(action);
    return () => recoveries.delete(action);
}

/** Renders an element again at each change. @param {import('lit').LitElement} host */
export function renderWith(host) {
    let stop;
    host.addController({
        hostConnected: () => (stop = onCapabilities(() => host.requestUpdate())),
        hostDisconnected: () => stop(),
    });
}

function take({ capabilities }) {
    const before = known;
    known = new Map(capabilities.map(({ name, state, sentence }) => [name, { state, sentence }]));
    const rank = (all, name) => RANK.indexOf(all.get(name)?.state ?? 'ok');
    const names = [...known.keys()];
    if (names.some((name) => rank(known, name) !== rank(before, name))) {
        watchers.forEach((watcher) => watcher());
    }
    if (names.some((name) => rank(known, name) < rank(before, name))) {
        recovered();
    }
}

function recovered() {
    setTimeout(() => {
        registerAgain();
        recoveries.forEach((action) => action());
    }, Math.random() * LONGEST_RECOVERY_MILLIS);
}

/** Whoever connects again is told what works, but not what happened meanwhile. */
function connected(live) {
    if (live && wasLive) {
        recovered();
    }
    wasLive ||= live;
}

get('/api/capabilities').then(take, () => undefined);
follow('out.capabilities', take);
onLive(connected);
