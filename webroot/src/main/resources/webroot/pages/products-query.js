/** The state of the product list as it stands in the address. */
import { queryString } from '../client/api.js';

export const PAGE = 24;
export const SORTS = [
    ['relevance', 'Best match'],
    ['price_ascending', 'Price, low to high'],
    ['price_descending', 'Price, high to low'],
    ['newest', 'Newest'],
    ['title', 'Name'],
];

/**
 * @typedef {{q?: string, category?: string, brand: string[], minPrice?: number, maxPrice?: number, sort: string, page: number}} Query
 * @returns {Query}
 */
export function readQuery(search = location.search) {
    const parameters = new URLSearchParams(search);
    const number = (name) => {
        const value = Number(parameters.get(name));
        return Number.isSafeInteger(value) && value > 0 ? value : undefined;
    };
    return {
        q: parameters.get('q')?.trim() || undefined,
        category: parameters.get('category') || undefined,
        brand: parameters.getAll('brand').filter(Boolean),
        minPrice: number('minPrice'),
        maxPrice: number('maxPrice'),
        sort: SORTS.some(([value]) => value === parameters.get('sort')) ? parameters.get('sort') : 'relevance',
        page: Math.min(40, number('page') ?? 1),
    };
}

/** The address of a query. @param {Query} query */
export function linkTo({ sort, page, ...rest }) {
    return (
        '/products.html' + queryString({ ...rest, sort: sort === 'relevance' ? '' : sort, page: page > 1 ? page : '' })
    );
}

/** What the shop is asked. @param {Query} query @param {number} limit @param {string} [cursor] */
export function asked(query, limit, cursor) {
    return { ...query, page: undefined, limit, cursor };
}

/** The filters that are on, each with the query without it. @param {Query} query @param {(name: string, value: string) => string} label */
export function chips(query, label, money) {
    const { q, category, brand, minPrice, maxPrice } = query;
    const less = (change) => ({ ...query, page: 1, ...change });
    return [
        ...(q ? [{ text: `“${q}”`, without: less({ q: undefined }) }] : []),
        ...(category ? [{ text: label('category', category), without: less({ category: undefined }) }] : []),
        ...brand.map((one) => ({
            text: label('brand', one),
            without: less({ brand: brand.filter((other) => other !== one) }),
        })),
        ...(minPrice ? [{ text: `from ${money(minPrice)}`, without: less({ minPrice: undefined }) }] : []),
        ...(maxPrice ? [{ text: `up to ${money(maxPrice)}`, without: less({ maxPrice: undefined }) }] : []),
    ];
}
