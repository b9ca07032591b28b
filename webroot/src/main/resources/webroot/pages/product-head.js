/** What the head of a product's page says to search engines and to whoever is sent the link. */
import { categoryLink, productLink } from '../client/catalogue.js';

const LONGEST_DESCRIPTION = 160;

/**
 * Names the page after the product and describes the offer as schema.org does.
 *
 * @param {any} product
 * @param {any} variant the chosen one
 * @param {any[]} trail the categories above it, topmost first
 */
export function describe(product, variant, trail) {
    const title = product.brand && !product.title.startsWith(product.brand) ? `${product.brand} ${product.title}` : product.title;
    const text = shortened(product.description || `${title} at ECAMazon.`);
    const url = absolute(productLink(product, variant.sku));
    document.title = `${title} · ECAMazon`;
    meta('name', 'description', text);
    meta('property', 'og:title', title);
    meta('property', 'og:description', text);
    meta('property', 'og:type', 'product');
    meta('property', 'og:image', absolute(variant.image || product.image));
    meta('property', 'og:url', url);
    const canonical = document.head.querySelector('link[rel="canonical"]') ?? document.createElement('link');
    canonical.rel = 'canonical';
    canonical.href = absolute(productLink(product));
    document.head.append(canonical);
    linkedData('product', offered(product, variant, url));
    linkedData('breadcrumbs', breadcrumbs(product, trail));
}

function offered(product, variant, url) {
    return {
        '@type': 'Product',
        name: product.title,
        description: product.description || undefined,
        image: absolute(variant.image || product.image),
        sku: variant.sku,
        gtin: variant.gtin || undefined,
        brand: product.brand ? { '@type': 'Brand', name: product.brand } : undefined,
        offers: {
            '@type': 'Offer',
            url,
            price: decimal(variant.price),
            priceCurrency: variant.price.currency,
            availability: 'https://schema.org/' + (variant.available > 0 ? 'InStock' : 'OutOfStock'),
            itemCondition: 'https://schema.org/NewCondition',
        },
    };
}

function breadcrumbs(product, trail) {
    const steps = [
        ['Home', '/'],
        ...trail.map(({ id, title }) => [title, categoryLink(id)]),
        [product.title, productLink(product)],
    ];
    return {
        '@type': 'BreadcrumbList',
        itemListElement: steps.map(([name, href], i) => ({
            '@type': 'ListItem',
            position: i + 1,
            name,
            item: absolute(href),
        })),
    };
}

/** Minor units as schema.org wants them: "18.90". */
function decimal({ amount, currency }) {
    const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
    return (amount / 10 ** digits).toFixed(digits);
}

function shortened(text) {
    return text.length <= LONGEST_DESCRIPTION ? text : text.slice(0, LONGEST_DESCRIPTION - 1).replace(/\s+\S*$/, '') + '…';
}

const absolute = (path) => new URL(path, location.origin).href;

function meta(kind, name, content) {
    const known = document.head.querySelector(`meta[${kind}="${name}"]`);
    const element = known ?? document.createElement('meta');
    element.setAttribute(kind, name);
    element.content = content;
    if (!known) {
        document.head.append(element);
    }
}

function linkedData(name, data) {
    const id = 'linked-' + name;
    const known = document.getElementById(id);
    const element = known ?? document.createElement('script');
    element.id = id;
    element.type = 'application/ld+json';
    element.textContent = JSON.stringify({ '@context': 'https://schema.org', ...data });
    if (!known) {
        document.head.append(element);
    }
}
