/** A role that a new shop has, beside Vendure's own for customers and the first administrator. */
export interface StandardRole {
    readonly code: string;
    readonly description: string;
    /** Names of permissions, out of those that there are in the shop. */
    readonly permissions: (known: readonly string[]) => readonly string[];
}

/** Makes a shop's keys and owners: the first administrator's alone. */
const NOT_FOR_ADMIN =
    /^(SuperAdmin|Owner|Public|Authenticated|EfiManageMachineKeys|\w+(ApiKey|Seller|System))$/;

const crud = (...things: string[]) =>
    things.flatMap(thing => ['Create', 'Read', 'Update', 'Delete'].map(verb => verb + thing));

const read = (...things: string[]) => things.map(thing => `Read${thing}`);

/** The least that each job needs. What they mean is in the README. */
export const standardRoles: readonly StandardRole[] = [
    {
        code: 'admin',
        description: 'Runs the shop: everything but keys, sellers and the system',
        permissions: known => known.filter(name => !NOT_FOR_ADMIN.test(name)),
    },
    {
        code: 'merchandiser',
        description: 'Keeps the catalogue, its images and promotions',
        permissions: () => [
            ...crud('Product', 'Collection', 'Facet', 'Asset', 'Tag', 'Promotion'),
            ...read('TaxCategory', 'StockLocation', 'Channel', 'CustomerGroup'),
        ],
    },
    {
        code: 'inventory_manager',
        description: 'Counts stock and keeps the places that hold it',
        permissions: () => [
            ...['CreateStockLocation', 'ReadStockLocation', 'UpdateStockLocation'],
            ...['ReadProduct', 'UpdateProduct'],
            ...read('Asset', 'Facet', 'TaxCategory', 'Channel'),
        ],
    },
    {
        code: 'support',
        description: 'Helps customers with their orders',
        permissions: () => [
            ...['ReadOrder', 'UpdateOrder', 'ReadCustomer', 'UpdateCustomer'],
            ...read(
                'CustomerGroup',
                'Product',
                'Asset',
                'ShippingMethod',
                'PaymentMethod',
                'Country',
                'Channel',
            ),
        ],
    },
];

/** A role's permissions in a shop, with what the shop gives it beyond the standard; without what the shop lacks. */
export function permissionsFor(
    role: StandardRole,
    known: readonly string[],
    additional: readonly string[] = [],
): string[] {
    const wanted = new Set([...role.permissions(known), ...additional]);
    return known.filter(name => wanted.has(name)).sort();
}
