import { html, svg } from 'lit';

const SHAPES = {
    search: svg`<circle cx="11" cy="11" r="7"/><path d="m20 20-3.8-3.8"/>`,
    cart: svg`<path d="M3 4h2l2.2 11h10.2l2-8H6"/><circle cx="9" cy="19.5" r="1.3"/><circle cx="16.5" cy="19.5"
        r="1.3"/>`,
    user: svg`<circle cx="12" cy="8" r="4"/><path d="M4 20.5c1.2-4 4.2-6 8-6s6.8 2 8 6"/>`,
    sun: svg`<circle cx="12" cy="12" r="4"/><path
        d="M12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3l1.8 1.8M16.9 16.9l1.8 1.8M5.3 18.7l1.8-1.8M16.9 7.1l1.8-1.8"/>`,
    moon: svg`<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z"/>`,
    bell: svg`<path d="M6 16.5V11a6 6 0 1 1 12 0v5.5l1.5 2h-15zM10 21h4"/>`,
    truck: svg`<path d="M2.5 6.5h11v10h-11zM13.5 10h4l3.5 3.5v3h-7.5"/><circle cx="7" cy="17.5" r="1.8"/><circle
        cx="17" cy="17.5" r="1.8"/>`,
    box: svg`<path d="m12 3 8.5 4.5v9L12 21l-8.5-4.5v-9zM3.5 7.5 12 12l8.5-4.5M12 12v9"/>`,
    check: svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
    cross: svg`<path d="M6 6l12 12M18 6 6 18"/>`,
    plus: svg`<path d="M12 5v14M5 12h14"/>`,
    minus: svg`<path d="M5 12h14"/>`,
    pin: svg`<path d="M12 21s7-6.2 7-11.5a7 7 0 0 0-14 0C5 14.8 12 21 12 21z"/><circle cx="12" cy="9.5" r="2.5"/>`,
    right: svg`<path d="m9 5 7 7-7 7"/>`,
    down: svg`<path d="m5 9 7 7 7-7"/>`,
    menu: svg`<path d="M4 7h16M4 12h16M4 17h16"/>`,
    filter: svg`<path d="M4 6h16M7 12h10M10 18h4"/>`,
    alert: svg`<path d="M12 3.5 22 20.5H2zM12 10v4.5M12 17.5v.2"/>`,
    info: svg`<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.5v.2"/>`,
    refresh: svg`<path d="M20 12a8 8 0 1 1-2.5-5.8M20 3.5v4h-4"/>`,
    card: svg`<rect x="3" y="5.5" width="18" height="13" rx="2"/><path d="M3 10h18M7 15h4"/>`,
    home: svg`<path d="M4 11.5 12 4l8 7.5M6 10v10h12V10M10 20v-5.5h4V20"/>`,
    list: svg`<path d="M9 6h11M9 12h11M9 18h11M4.5 6h.1M4.5 12h.1M4.5 18h.1"/>`,
    chart: svg`<path d="M4 20V4M4 20h16M8 16v-4M12.5 16V8M17 16v-6"/>`,
    mail: svg`<rect x="3" y="5.5" width="18" height="13" rx="2"/><path d="m4 7 8 6 8-6"/>`,
    users: svg`<circle cx="9" cy="8.5" r="3.5"/><path
        d="M2.5 19.5c1-3.5 3.5-5 6.5-5s5.5 1.5 6.5 5M16 5.5a3.5 3.5 0 0 1 0 6.5M18 15c2 .7 3 2.2 3.5 4.5"/>`,
    scan: svg`<path d="M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M8 8.5v7M11 8.5v7M13.5 8.5v7M16 8.5v7"/>`,
    tag: svg`<path d="M3.5 12.5v-9h9l8 8-9 9zM8 8h.1"/>`,
    undo: svg`<path d="M8 5 4 9l4 4M4 9h10a6 6 0 0 1 0 12h-3"/>`,
    route: svg`<circle cx="6" cy="18.5" r="2.5"/><circle cx="18" cy="5.5" r="2.5"/><path
        d="M8.5 18.5H15a3.5 3.5 0 0 0 0-7H9a3 3 0 0 1 0-6h6.5"/>`,
    plug: svg`<path d="M9 3v5M15 3v5M6.5 8h11v3a5.5 5.5 0 0 1-11 0zM12 16.5V21"/>`,
    exit: svg`<path d="M14 4H5v16h9M10 12h11M17.5 8.5 21 12l-3.5 3.5"/>`,
};

/** A picture beside words; never the only name of a thing. @param {keyof typeof SHAPES} name */
export function icon(name) {
    return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${SHAPES[name]}</svg>`;
}
