import { get, path, post, remove } from '../client/api.js';
import { ADDRESS_RULES, addressFields, addressLines, addressOf } from '../components/address-fields.js';
import { AccountList } from './account-list.js';

/** One's address book. */
class AccountAddresses extends AccountList {
    constructor() {
        super({
            name: 'address',
            what: 'Your addresses',
            none: 'No address is saved yet.',
            title: 'Add an address',
            save: 'Save address',
            saved: 'The address is saved.',
            rules: ADDRESS_RULES,
            load: () => get('/api/me/addresses'),
            add: (values) => post('/api/me/addresses', { address: addressOf(values) }),
            remove: ({ id }) => remove(path`/api/me/addresses/${id}`),
            fields: addressFields,
            show: ({ address }) => addressLines(address),
            named: ({ address }) => address.street,
        });
    }
}

customElements.define('account-addresses', AccountAddresses);
