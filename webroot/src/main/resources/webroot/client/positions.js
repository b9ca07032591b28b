/** Where this phone is, told to the shop while somebody wants it to be known. */
import { post } from './api.js';

const EVERY_MILLIS = 3_000;
const OPTIONS = { enableHighAccuracy: true, maximumAge: 2_000, timeout: 20_000 };

/** @typedef {'off' | 'asking' | 'on' | 'denied' | 'unknown' | 'unsent' | 'unsupported'} Sharing */

/**
 * Follows the phone and reports a van's positions, one at a time and not more often than every few seconds.
 *
 * @param {string} vehicle
 * @param {(state: Sharing) => void} told at each change
 * @returns {{last: () => {lat: number, lon: number} | null, stop: () => void}}
 */
export function sharePosition(vehicle, told) {
    let state = '';
    let last = null;
    let sent = 0;
    let sending = false;
    const become = (now) => {
        if (now !== state) {
            state = now;
            told(now);
        }
    };
    if (!navigator.geolocation) {
        become('unsupported');
        return { last: () => null, stop: () => undefined };
    }
    const report = async ({ coords, timestamp }) => {
        last = { lat: coords.latitude, lon: coords.longitude };
        if (sending || timestamp - sent < EVERY_MILLIS) {
            return;
        }
        sending = true;
        sent = timestamp;
        try {
            await post('/api/positions', reportOf(vehicle, coords, timestamp));
            become('on');
        } catch {
            become('unsent'); // The next position says more than this one would later.
        } finally {
            sending = false;
        }
    };
    const failed = ({ code }) => become(code === GeolocationPositionError.PERMISSION_DENIED ? 'denied' : 'unknown');
    become('asking');
    const watch = navigator.geolocation.watchPosition(report, failed, OPTIONS);
    return { last: () => last, stop: () => navigator.geolocation.clearWatch(watch) };
}

/** The sequence is the time, so that it also grows after a reload. */
function reportOf(vehicle, { latitude, longitude, speed, accuracy }, timestamp) {
    return {
        vehicle,
        sequence: Math.round(timestamp),
        lat: latitude,
        lon: longitude,
        ...(speed === null ? {} : { speedMetresPerSecond: speed }),
        accuracyMetres: accuracy,
        at: new Date(timestamp).toISOString(),
    };
}
