/** The geometry of the maps: a plane around the middle, true enough over a city. */
const METRES_PER_DEGREE = 111_320;
const LEAST_METRES = 1_500;
const MARGIN_PIXELS = 42;

/** @typedef {{lat: number, lon: number}} Position */

/** The bounds of what was there before and these positions, so that a map grows but does not jump. */
export function fitted(before, positions) {
    const lats = positions.map(({ lat }) => lat);
    const lons = positions.map(({ lon }) => lon);
    if (before) {
        lats.push(before.south, before.north);
        lons.push(before.west, before.east);
    }
    if (lats.length === 0) {
        return null;
    }
    const smallest = (values) => values.reduce((a, b) => Math.min(a, b));
    const largest = (values) => values.reduce((a, b) => Math.max(a, b));
    return { south: smallest(lats), north: largest(lats), west: smallest(lons), east: largest(lons) };
}

/** A function from positions to pixels; `pixelsPerMetre` says its scale. */
export function projection({ south, north, west, east }, { width, height }, zoom) {
    const middle = { lat: (south + north) / 2, lon: (west + east) / 2 };
    const shrink = Math.cos((middle.lat * Math.PI) / 180);
    const across = Math.max(LEAST_METRES, (east - west) * METRES_PER_DEGREE * shrink);
    const down = Math.max(LEAST_METRES, (north - south) * METRES_PER_DEGREE);
    const scale = zoom * Math.min((width - 2 * MARGIN_PIXELS) / across, (height - 2 * MARGIN_PIXELS) / down);
    /** @param {Position} position @returns {[number, number]} */
    const at = ({ lat, lon }) => [
        Math.round((width / 2 + (lon - middle.lon) * METRES_PER_DEGREE * shrink * scale) * 10) / 10,
        Math.round((height / 2 - (lat - middle.lat) * METRES_PER_DEGREE * scale) * 10) / 10,
    ];
    return Object.assign(at, { pixelsPerMetre: scale });
}

/** A round distance that is 60 to 150 pixels long. */
export function scaleFor(pixelsPerMetre) {
    const metres =
        [50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000].find(
            (length) => length * pixelsPerMetre >= 60,
        ) ?? 500_000;
    return { pixels: metres * pixelsPerMetre, label: metres < 1_000 ? `${metres} m` : `${metres / 1_000} km` };
}
