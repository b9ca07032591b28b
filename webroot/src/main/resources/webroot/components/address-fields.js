import { html } from 'lit';
import { required } from '../client/rules.js';

/** Where the shop delivers unless one says otherwise. */
const HOME_COUNTRY = 'NL';

const COUNTRIES = [
    ['NL', 'Netherlands'],
    ['AT', 'Austria'],
    ['BE', 'Belgium'],
    ['CH', 'Switzerland'],
    ['CZ', 'Czechia'],
    ['DE', 'Germany'],
    ['DK', 'Denmark'],
    ['ES', 'Spain'],
    ['FR', 'France'],
    ['GB', 'United Kingdom'],
    ['IT', 'Italy'],
    ['LU', 'Luxembourg'],
    ['PL', 'Poland'],
    ['SE', 'Sweden'],
];

export const ADDRESS_RULES = {
    name: required('the full name'),
    street: required('street and house number'),
    postalCode: required('the postal code'),
    city: required('the city'),
    street2: () => '',
    country: () => '',
};

/** The fields of an address; the second line and the country stay behind a link. @param {import('./form.js').Form} form */
export function addressFields(form) {
    const { street2, country = HOME_COUNTRY } = form.values;
    const more = (name) => () => {
        form.opened = { ...form.opened, [name]: true };
        form.host.requestUpdate();
        form.host.updateComplete.then(() => document.getElementById(form.idOf(name))?.focus());
    };
    return html`<div class="field-grid">
        ${form.field('name', 'Full name', { autocomplete: 'name', max: 120 })}
        ${form.field('street', 'Street and house number', { autocomplete: 'address-line1', max: 120 })}
        ${
            street2 || form.opened?.street2
                ? form.field('street2', 'Flat, floor, company (optional)', { autocomplete: 'address-line2', max: 120 })
                : html`<p><button type="button" class="link"
                    @click=${more('street2')}>Add flat, floor or company</button></p>`
        }
        ${form.field('postalCode', 'Postal code', { autocomplete: 'postal-code', max: 12, span: 'span-2' })}
        ${form.field('city', 'City', { autocomplete: 'address-level2', max: 80, span: 'span-4' })}
        ${
            form.opened?.country
                ? form.field('country', 'Country', { autocomplete: 'country', options: COUNTRIES })
                : html`<p class="small">Delivered to <strong>${countryName(country)}</strong>.
                  <button type="button" class="link" @click=${more('country')}>Change country</button></p>`
        }
    </div>`;
}

/** The address in a form's values, as the shop takes it. */
export function addressOf({ name, street, street2, postalCode, city, country = HOME_COUNTRY }) {
    const trimmed = (value) => value?.trim();
    return {
        name: trimmed(name),
        street: trimmed(street),
        ...(trimmed(street2) ? { street2: trimmed(street2) } : {}),
        postalCode: trimmed(postalCode),
        city: trimmed(city),
        country,
    };
}

const countryName = (code) => COUNTRIES.find(([key]) => key === code)?.[1] ?? code;

/** An address in lines. */
export function addressLines(address) {
    return html`<address class="address">
        ${address.name}<br />${address.street}<br />${address.street2 ? html`${address.street2}<br />` : ''}${address.postalCode}
        ${address.city}<br />${countryName(address.country)}
    </address>`;
}
