/** What a field must hold. Each rule answers an empty text, or what is wrong. */
export const required = (name) => (value) => (value?.trim() ? '' : `Enter ${name}.`);

export function email(value) {
    if (!value?.trim()) {
        return 'Enter your e-mail address.';
    }
    return /^[^\s@<>"]{1,64}@[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value.trim())
        ? ''
        : 'Enter an e-mail address such as name@example.com.';
}

export const password = (value) => (value?.length >= 8 ? '' : 'Use at least 8 characters.');

/** The Luhn check of ISO/IEC 7812-1, annex B. */
export function cardNumber(value) {
    const digits = (value ?? '').replaceAll(/\D/g, '');
    if (!digits) {
        return 'Enter the card number.';
    }
    const sum = [...digits].reverse().reduce((total, digit, i) => {
        const weighed = i % 2 ? 2 * Number(digit) : Number(digit);
        return total + (weighed > 9 ? weighed - 9 : weighed);
    }, 0);
    return digits.length >= 12 && digits.length <= 19 && sum % 10 === 0
        ? ''
        : 'This is not a card number. Check the digits.';
}

/** Month and year of `MM / YY`, or null. */
export function expiryOf(value) {
    const match = /^(\d{1,2})\s*\/?\s*(\d{2}|\d{4})$/.exec(value?.trim() ?? '');
    if (!match || Number(match[1]) < 1 || Number(match[1]) > 12) {
        return null;
    }
    return { expMonth: Number(match[1]), expYear: match[2].length === 2 ? 2000 + Number(match[2]) : Number(match[2]) };
}

export function expiry(value) {
    const date = expiryOf(value);
    if (!date) {
        return 'Enter the expiry date as month and year, such as 09 / 29.';
    }
    const now = new Date();
    const past = date.expYear * 12 + date.expMonth < now.getFullYear() * 12 + now.getMonth() + 1;
    return past ? 'This card has expired.' : '';
}

export const cvc = (value) => (/^\d{3,4}$/.test(value?.trim() ?? '') ? '' : 'Enter the 3 or 4 digits on the card.');

/**
 * Checks values against rules.
 *
 * @param {Record<string, (value: string) => string>} rules
 * @param {Record<string, string>} values
 * @returns {Record<string, string>} what is wrong, by name; empty when all is right
 */
export function check(rules, values) {
    const wrong = Object.entries(rules).map(([name, rule]) => [name, rule(values[name])]);
    return Object.fromEntries(wrong.filter(([, message]) => message));
}
