import { html, svg } from 'lit';

const WIDTH = 120;
const HEIGHT = 34;

/** The last values as a small line; beside the figure itself, which says the same in words. @param {number[]} values */
export function sparkLine(values) {
    const top = Math.max(1, ...values);
    const step = WIDTH / Math.max(1, values.length - 1);
    const line = values
        .map((value, i) => `${(i * step).toFixed(1)} ${(HEIGHT - (value / top) * (HEIGHT - 3)).toFixed(1)}`)
        .join('L');
    return html`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
        ${values.length > 1 ? svg`<path class="spark-area" d="M0 ${HEIGHT}L${line}L${WIDTH} ${HEIGHT}z"></path><path
            d="M${line}"></path>` : ''}
    </svg>`;
}
