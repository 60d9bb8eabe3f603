import { SEAL_PREFIX } from './sealer';

/** A column that is kept sealed. */
export interface SealedColumn {
    /** Its table and name: what its texts are bound to. */
    readonly name: string;
    /** Whether rows are found by it; see `Sealer.seal`. */
    readonly isIndexed: boolean;
    /** Whether it has an object, whose texts are sealed one by one. */
    readonly isObject: boolean;
    /** Which texts stay as they are: names that belong to the software, and nobody else. */
    readonly isPlain?: (text: string) => boolean;
    /** Of an object, the properties that stay as they are. @default what taxes and figures need of an address */
    readonly plainProperties?: ReadonlySet<string>;
}

const NOT_MAIL = (text: string) => !text.includes('@') && !text.startsWith(SEAL_PREFIX);

/** Of an address, what taxes and figures need. */
const OF_ADDRESSES: ReadonlySet<string> = new Set(['country', 'countryCode']);

/** Of histories, the states: the queue of unpaid orders asks for them in SQL. */
const STATES: ReadonlySet<string> = new Set(['from', 'to']);

/** Of payments and refunds, what the books find them by. */
const OF_BOOKS: ReadonlySet<string> = new Set(['intentId', 'operationId']);

const column = (table: string, name: string, more: Partial<SealedColumn> = {}): SealedColumn => ({
    name: `${table}.${name}`,
    isIndexed: false,
    isObject: false,
    ...more,
});
const indexed = { isIndexed: true };

/** Columns of people, and what opens what is held of them, in the order in which a whole database is sealed. */
export const sealedColumns: readonly SealedColumn[] = [
    column('customer', 'firstName'),
    column('customer', 'lastName', indexed),
    column('customer', 'phoneNumber', indexed),
    column('customer', 'emailAddress', indexed),
    column('user', 'identifier', { ...indexed, isPlain: NOT_MAIL }),
    column('authentication_method', 'identifier', { isPlain: NOT_MAIL }),
    column('authentication_method', 'pendingIdentifier'),
    column('administrator', 'firstName'),
    column('administrator', 'lastName', indexed),
    column('administrator', 'emailAddress', { ...indexed, isPlain: NOT_MAIL }),
    ...['fullName', 'company', 'streetLine1', 'streetLine2', 'city', 'province', 'phoneNumber'].map(name =>
        column('address', name),
    ),
    column('address', 'postalCode', indexed),
    column('order', 'shippingAddress', { isObject: true }),
    column('order', 'billingAddress', { isObject: true }),
    column('order_modification', 'shippingAddressChange', { isObject: true }),
    column('order_modification', 'billingAddressChange', { isObject: true }),
    column('order_modification', 'note'),
    column('history_entry', 'data', { isObject: true, plainProperties: STATES }),
    column('payment', 'errorMessage'),
    column('payment', 'metadata', { isObject: true, plainProperties: OF_BOOKS }),
    column('refund', 'reason'),
    column('refund', 'metadata', { isObject: true, plainProperties: OF_BOOKS }),
    column('efi_gdpr_legal_hold', 'sealedKey'),
    column('efi_gdpr_former_address', 'address'),
];

/** In the order in which they are worked through. */
export const sealedTables = [...new Set(sealedColumns.map(({ name }) => name.split('.')[0] ?? ''))];

/** Applies `change` to what is to be sealed in a column’s value. */
export function changeTexts(
    value: unknown,
    { isObject, isPlain = () => false, plainProperties = OF_ADDRESSES }: SealedColumn,
    change: (text: string) => string,
): unknown {
    const changeAny = (part: unknown): unknown => {
        if (typeof part === 'string') {
            return part === '' || isPlain(part) ? part : change(part);
        }
        if (Array.isArray(part)) {
            return part.map(changeAny);
        }
        return part !== null && typeof part === 'object' ? changeObject(part) : part;
    };
    const changeObject = (object: object) =>
        Object.fromEntries(
            Object.entries(object).map(([name, part]: [string, unknown]) => [
                name,
                plainProperties.has(name) ? part : changeAny(part),
            ]),
        );
    return typeof value === 'string' || isObject ? changeAny(value) : value;
}
