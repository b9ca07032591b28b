import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from './light-element.js';
import { Loader } from './loader.js';

const LARGEST = 100;
const SKELETON_ROWS = 8;

/**
 * A table that is loaded page by page. The first column names the row; with `choosable` it is a button that fires `choose`
 * with the row. Rows that change on a refresh light up for a moment. A `minor` column gives way where room is short; on a
 * phone each row becomes a block with all columns, so the roles are written out for browsers that take them from the layout.
 */
class DataTable extends LightElement {
    static properties = {
        label: {},
        columns: { attribute: false },
        load: { attribute: false },
        key: {},
        chosen: {},
        choosable: { type: Boolean },
        nothing: {},
        rowTest: {},
    };

    constructor() {
        super();
        this.key = 'id';
        this.nothing = 'Nothing here.';
        this.rowTest = 'row';
        this.changed = new Set();
        this.rows = new Loader(this, () => this.load({ limit: this.size }));
        this.size = undefined;
    }

    /** Loads anew, such as after another filter was chosen. */
    reload() {
        this.size = undefined;
        this.changed.clear();
        return this.rows.run();
    }

    /** Looks again at the rows that are shown. */
    async refresh() {
        const before = new Map((this.rows.value?.items ?? []).map((row) => [row[this.key], JSON.stringify(row)]));
        this.size = Math.min(LARGEST, before.size) || undefined;
        if (before.size > LARGEST || this.rows.problem) {
            return;
        }
        await this.rows.run({ quietly: true });
        const now = this.rows.value?.items ?? [];
        this.changed = new Set(
            now
                .filter((row) => before.has(row[this.key]) && before.get(row[this.key]) !== JSON.stringify(row))
                .map((row) => row[this.key]),
        );
    }

    firstUpdated() {
        this.rows.run();
    }

    render() {
        return html`<div class="table-frame" tabindex="0" role="region" aria-label=${this.label}>
            ${
                this.rows.problem
                    ? this.rows.render({ what: this.label, comfort: 'Nothing was changed.' })
                    : html`<table class="table table-stacks" role="table" aria-busy=${this.rows.loading}>
                <caption class="visually-hidden">${this.label}</caption>
                <thead role="rowgroup"><tr role="row">${this.columns.map((column) => html`<th scope="col"
                    role="columnheader" class=${kind(column)}>${column.title}</th>`)}</tr></thead>
                <tbody role="rowgroup">${this.rows.loading || !this.rows.value ? this.skeleton() : this.body(this.rows.value.items)}</tbody>
            </table>`
            }
            ${
                this.rows.value?.next && !this.rows.loading
                    ? html`<p class="table-more"><button class="button button-quiet button-small"
                data-test="table-more" @click=${this.more}>Load more</button></p>`
                    : nothing
            }
        </div>`;
    }

    body(items) {
        return items.length === 0
            ? html`<tr role="row"><td role="cell" colspan=${this.columns.length} class="soft table-nothing">${this.nothing}</td></tr>`
            : repeat(
                  items,
                  (row) => row[this.key],
                  (row) => this.row(row),
              );
    }

    row(row) {
        const id = row[this.key];
        const [first, ...others] = this.columns;
        return html`<tr class="${id === this.chosen ? 'is-chosen' : ''} ${this.changed.has(id) ? 'is-changed' : ''}"
            role="row" data-test=${this.rowTest} data-key=${id}>
            <th scope="row" role="rowheader">${
                this.choosable
                    ? html`<button class="link" aria-pressed=${id === this.chosen} data-test="choose"
                @click=${() => this.choose(row)}>${first.cell(row)}</button>`
                    : first.cell(row)
            }</th>
            ${others.map(
                (column) => html`<td role="cell" class=${kind(column)}
                data-title=${column.title}>${column.cell(row)}</td>`,
            )}
        </tr>`;
    }

    skeleton() {
        return Array.from(
            { length: SKELETON_ROWS },
            () => html`<tr aria-hidden="true">
            ${this.columns.map(() => html`<td><div class="skeleton"></div></td>`)}</tr>`,
        );
    }

    choose(row) {
        this.dispatchEvent(new CustomEvent('choose', { detail: row }));
        requestAnimationFrame(() => document.querySelector('.detail-pane')?.scrollIntoView({ block: 'nearest' }));
    }

    async more() {
        const { items, next } = this.rows.value;
        const page = await this.load({ cursor: next });
        const known = new Set(items.map((row) => row[this.key]));
        this.rows.set({ ...page, items: [...items, ...page.items.filter((row) => !known.has(row[this.key]))] });
    }
}

const kind = ({ number, minor }) => `${number ? 'number' : ''} ${minor ? 'minor' : ''}`.trim();

customElements.define('data-table', DataTable);
