/** A product as the fields of a form, and back. Pairs are written `name: value`. */
const pairsOf = (map, separator) =>
    Object.entries(map ?? {})
        .map(([name, value]) => `${name}: ${value}`)
        .join(separator);

function mapOf(text, separator) {
    const pairs = (text ?? '').split(separator).map((pair) => pair.split(':'));
    return Object.fromEntries(
        pairs
            .filter(([name, value]) => name.trim() && value?.trim())
            .map(([name, ...value]) => [name.trim(), value.join(':').trim()]),
    );
}

/** @param {any} product or null for a new one */
export function formOf(product) {
    if (!product) {
        return { category: '' };
    }
    const { id, title, brand, category, description, image, attributes, variants } = product;
    const fields = {
        id,
        title,
        brand: brand ?? '',
        category: category ?? '',
        description: description ?? '',
        image: image ?? '',
    };
    const rows = variants.flatMap((variant, i) => [
        [`sku${i}`, variant.sku],
        [`price${i}`, (variant.price.amount / 100).toFixed(2)],
        [`title${i}`, variant.title ?? ''],
        [`options${i}`, pairsOf(variant.options, ', ')],
    ]);
    return { ...fields, attributes: pairsOf(attributes, '\n'), ...Object.fromEntries(rows) };
}

/** What the shop takes; of a variant that was there before, what the form does not show is kept. */
export function entryOf(values, count, before) {
    const text = (name) => values[name]?.trim() || undefined;
    const variants = Array.from({ length: count }, (_, i) => {
        const known = before?.variants.find(({ sku }) => sku === text(`sku${i}`));
        return {
            sku: text(`sku${i}`),
            gtin: known?.gtin ?? undefined,
            title: text(`title${i}`),
            price: {
                amount: Math.round(Number(values[`price${i}`].replace(',', '.')) * 100),
                currency: known?.price.currency ?? 'EUR',
            },
            image: known?.image ?? undefined,
            options: mapOf(values[`options${i}`], ','),
        };
    });
    return {
        id: before?.id ?? text('id'),
        title: text('title'),
        brand: text('brand'),
        category: text('category'),
        description: text('description'),
        image: text('image'),
        attributes: mapOf(values.attributes, '\n'),
        variants,
    };
}
