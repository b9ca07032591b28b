/** The pages of the consoles and who may see them. */
export const STAFF = ['warehouse', 'merchandiser', 'support', 'finance', 'dispatcher', 'driver', 'admin'];

/** @type {{group: string, pages: {path: string, title: string, icon: string, roles: string[], text: string}[]}[]} */
export const AREAS = [
    {
        group: 'Stock',
        pages: [
            {
                path: 'stock',
                title: 'Levels',
                icon: 'box',
                roles: ['warehouse', 'merchandiser', 'support'],
                text: 'Units per SKU and depot, receipts, adjustments',
            },
            {
                path: 'picks',
                title: 'Picking',
                icon: 'scan',
                roles: ['warehouse'],
                text: 'Pick lists, scans and packing',
            },
        ],
    },
    {
        group: 'Shop',
        pages: [
            {
                path: 'products',
                title: 'Products',
                icon: 'tag',
                roles: ['merchandiser'],
                text: 'The catalogue and its editor',
            },
            {
                path: 'orders',
                title: 'Orders',
                icon: 'list',
                roles: ['support'],
                text: 'All orders and what happened to them',
            },
        ],
    },
    {
        group: 'Shipping',
        pages: [
            {
                path: 'parcels',
                title: 'Parcels',
                icon: 'truck',
                roles: ['warehouse', 'support', 'dispatcher'],
                text: 'Parcels, their history and labels',
            },
            {
                path: 'returns',
                title: 'Returns',
                icon: 'undo',
                roles: ['warehouse', 'support'],
                text: 'Returns and their inspection',
            },
        ],
    },
    {
        group: 'Dispatching',
        pages: [
            {
                path: 'dispatch',
                title: 'Rounds',
                icon: 'route',
                roles: ['dispatcher'],
                text: 'Live map, waiting parcels, planning',
            },
            { path: 'driver', title: 'My round', icon: 'pin', roles: ['driver'], text: 'The next stop, on a phone' },
        ],
    },
    {
        group: 'Business',
        pages: [
            {
                path: 'payments',
                title: 'Payments',
                icon: 'card',
                roles: ['finance', 'support'],
                text: 'Payments, refunds, ledger, reconciliation',
            },
            { path: 'users', title: 'Users', icon: 'users', roles: ['support'], text: 'Accounts and roles' },
            {
                path: 'notifications',
                title: 'Notifications',
                icon: 'mail',
                roles: ['support'],
                text: 'What people were told',
            },
        ],
    },
    {
        group: 'System',
        pages: [
            {
                path: 'operations',
                title: 'Operations',
                icon: 'chart',
                roles: STAFF,
                text: 'Instances, rates, errors, circuits, outboxes',
            },
        ],
    },
];

export const linkOf = ({ path }) => `/console/${path}.html`;
