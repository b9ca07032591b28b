const LINE_PIXELS = 15;
const LETTER_PIXELS = 6.6;
const APART_PIXELS = 18;

/** Where a name may stand beside its mark, best first. */
const PLACES = [
    { x: 0, y: 24, anchor: 'middle' },
    { x: 15, y: 4, anchor: 'start' },
    { x: -15, y: 4, anchor: 'end' },
    { x: 0, y: -16, anchor: 'middle' },
];

/**
 * Where the names of points stand so that none covers another one or a mark. A name without room is left out; the mark's
 * title still says it.
 *
 * @param {{id: string, label: string, xy: [number, number], named: boolean, first?: boolean}[]} points
 * @param {{width: number, height: number}} size
 * @returns {Map<string, {x: number, y: number, anchor: string}>}
 */
export function placedLabels(points, { width, height }) {
    const taken = points.map(({ id, xy: [x, y] }) => ({ id, ...around(x, y) }));
    const placed = new Map();
    const wanted = points.filter(({ named }) => named).sort((a, b) => Number(b.first ?? false) - Number(a.first ?? false));
    for (const { id, label, xy } of wanted) {
        for (const place of PLACES) {
            const box = boxOf(label, xy, place);
            const inside = box.left > 0 && box.right < width && box.top > 0 && box.bottom < height;
            if (inside && !taken.some((other) => other.id !== id && overlap(box, other))) {
                placed.set(id, place);
                taken.push({ ...box, id: 'name of ' + id });
                break;
            }
        }
    }
    return placed;
}

function around(x, y) {
    const half = APART_PIXELS / 2;
    return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}

function boxOf(label, [x, y], place) {
    const long = label.length * LETTER_PIXELS;
    const left = x + place.x - (place.anchor === 'middle' ? long / 2 : place.anchor === 'end' ? long : 0);
    const bottom = y + place.y + LINE_PIXELS / 4;
    return { left, right: left + long, top: bottom - LINE_PIXELS, bottom };
}

const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
