import { html, nothing, svg } from 'lit';
import { icon } from './icon.js';
import { LightElement } from './light-element.js';
import { placedLabels } from './map-labels.js';
import { fitted, projection, scaleFor } from './map-scale.js';

const SHAPES = {
    depot: svg`<rect x="-9" y="-9" width="18" height="18" rx="4"/><path class="map-glyph"
        d="M-4.5 4v-6L0-5.5 4.5-2v6z"/>`,
    centre: svg`<path d="M0-11 11 0 0 11-11 0z"/>`,
    door: svg`<path d="M0 11c6-6 9-9.5 9-14a9 9 0 1 0-18 0c0 4.5 3 8 9 14z"/><circle class="map-glyph" r="3.2"
        cy="-3"/>`,
    van: svg`<circle r="12"/><path class="map-glyph" d="M-7-4h8v7h-8zM1-2h3l3 3v2H1z"/>`,
    parcel: svg`<circle r="4.5"/>`,
    stop: svg`<circle r="9"/>`,
};

/**
 * A map drawn from the shop's own positions: depots, doors, routes and vans that move. North is up and the grid says how far.
 * Fires `choose` with a point's id.
 */
class LiveMap extends LightElement {
    static properties = {
        points: { attribute: false },
        lines: { attribute: false },
        chosen: {},
        label: {},
        size: { state: true },
        zoom: { state: true },
    };

    constructor() {
        super();
        this.points = [];
        this.lines = [];
        this.label = 'Map';
        this.size = { width: 640, height: 340 };
        this.zoom = 1;
        this.bounds = null;
    }

    connectedCallback() {
        super.connectedCallback();
        this.observer = new ResizeObserver(
            ([
                {
                    contentRect: { width, height },
                },
            ]) => {
                if (width > 0 && height > 0) {
                    this.size = { width, height };
                }
            },
        );
        this.observer.observe(this);
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.observer.disconnect();
    }

    render() {
        const { width, height } = this.size;
        this.bounds = fitted(this.bounds, [
            ...this.points.map((point) => point.position),
            ...this.lines.flatMap((line) => line.positions),
        ]);
        if (!this.bounds) {
            return html`<p class="map-empty soft">${icon('pin')} Nothing to show on the map yet.</p>`;
        }
        this.at = projection(this.bounds, this.size, this.zoom);
        const scale = scaleFor(this.at.pixelsPerMetre);
        const names = placedLabels(
            this.points.map((point) => ({
                id: point.id,
                label: point.label,
                xy: this.at(point.position),
                named: Boolean(point.named) || point.id === this.chosen,
                first: point.id === this.chosen,
            })),
            this.size,
        );
        return html`<svg class="map" viewBox="0 0 ${width} ${height}" role="img" aria-label=${this.label}
            data-test="live-map">
                ${this.grid(scale.pixels, width, height)}
                ${this.lines.map(
                    (line) => svg`<polyline class="map-line map-line-${line.kind ?? 'route'}"
                    points=${line.positions.map((p) => this.at(p).join()).join(' ')}></polyline>`,
                )}
                ${this.points.map((point) => this.mark(point, names.get(point.id)))}
                <g class="map-scale" transform="translate(14 ${height - 14})">
                    <path d="M0-5V0H${scale.pixels}V-5"></path><text x="5" y="-7">${scale.label}</text>
                </g>
            </svg>
            <div class="map-zoom">
                <button aria-label="Closer"
                    @click=${() => (this.zoom = Math.min(8, this.zoom * 1.5))}>${icon('plus')}</button>
                <button aria-label="Farther"
                    @click=${() => (this.zoom = Math.max(0.5, this.zoom / 1.5))}>${icon('minus')}</button>
            </div>`;
    }

    grid(step, width, height) {
        const across = Array.from({ length: Math.ceil(width / step) + 1 }, (_, i) => `M${i * step} 0V${height}`);
        const down = Array.from({ length: Math.ceil(height / step) + 1 }, (_, i) => `M0 ${height - i * step}H${width}`);
        return svg`<path class="map-grid" d=${[...across, ...down].join('')}></path>`;
    }

    mark(point, name) {
        const chosen = point.id === this.chosen;
        return svg`<g
            class="map-point map-${point.kind} ${point.state ? 'is-' + point.state : ''} ${chosen ? 'is-chosen' : ''}"
            data-id=${point.id} data-kind=${point.kind} @click=${() => this.choose(point)}>
            <title>${point.label}</title>${SHAPES[point.kind]}
            ${point.number ? svg`<text class="map-number" y="3.5">${point.number}</text>` : nothing}
            ${name ? svg`<text class="map-name" x=${name.x} y=${name.y} text-anchor=${name.anchor}>${point.label}</text>` : nothing}
        </g>`;
    }

    /** Marks are moved by style, so that a van glides from one position to the next. */
    updated() {
        const byId = new Map(this.points.map((point) => [point.id, point]));
        for (const element of this.querySelectorAll('.map-point')) {
            const point = byId.get(element.dataset.id);
            if (point && this.at) {
                const [x, y] = this.at(point.position);
                element.style.transform = `translate(${x}px, ${y}px)`;
            }
        }
    }

    choose(point) {
        this.dispatchEvent(new CustomEvent('choose', { detail: point.id }));
    }
}

customElements.define('live-map', LiveMap);
