import { isFacts } from './difference';

/** Of a person. Compared without case and separators, at any depth. */
export const personalKeys: readonly string[] = [
    'firstName',
    'lastName',
    'fullName',
    'customerName',
    'title',
    'emailAddress',
    'email',
    'identifier',
    'username',
    'phoneNumber',
    'phone',
    'company',
    'streetLine1',
    'streetLine2',
    'city',
    'postalCode',
    'birthday',
    'dateOfBirth',
    'shippingAddress',
    'billingAddress',
    'ipAddress',
    'taxId',
    'vatNumber',
    'note',
];

/** Never written down, whatever is made of personal data. */
const SECRET = /password|secret|token|apikey|credential|recoverycode|signature|cardnumber|cvc/;

const SECRET_CODES = new Set(['code2fa', 'totp', 'onetimecode', 'passwordhash']);

export const MASKED = '[masked]';
export const SECRET_GONE = '[secret]';

/** Replaces one personal value by what may be kept of it. */
export type MaskValue = (key: string, value: unknown) => unknown;

/**
 * A copy of JSON in which the values of personal keys went through `mask`, and those of secrets are gone. Nothing
 * stays nothing, so that it shows whether there was a value.
 *
 * @param keys - Personal keys, in any spelling.
 */
export function maskPersonal(value: unknown, keys: ReadonlySet<string>, mask: MaskValue): unknown {
    if (Array.isArray(value)) {
        return value.map(item => maskPersonal(item, keys, mask));
    }
    if (!isFacts(value)) {
        return value;
    }
    return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => {
            const isNothing = inner === null || inner === undefined || inner === '';
            if (isNothing || typeof inner === 'boolean') {
                return [key, inner];
            }
            const { plain, bare, isSecret } = spellingOf(key);
            if (isSecret) {
                return [key, SECRET_GONE];
            }
            const isPersonal = keys.has(plain) || keys.has(bare);
            return [key, isPersonal ? mask(key, inner) : maskPersonal(inner, keys, mask)];
        }),
    );
}

interface Spelling {
    readonly plain: string;
    /** Without what the database puts in front of custom fields. */
    readonly bare: string;
    readonly isSecret: boolean;
}

/** Keys are the same few again and again, and reading one is most of what masking costs. */
const spellings = new Map<string, Spelling>();

/** Callers may send any keys. */
const MOST_SPELLINGS = 5000;

function spellingOf(key: string): Spelling {
    const known = spellings.get(key);
    if (known) {
        return known;
    }
    const plain = plainKey(key);
    const isSecret = SECRET.test(plain) || SECRET_CODES.has(plain);
    const spelling = { plain, bare: withoutPrefix(plain), isSecret };
    if (spellings.size >= MOST_SPELLINGS) {
        spellings.clear();
    }
    spellings.set(key, spelling);
    return spelling;
}

/** Keys as {@link maskPersonal} compares them. Custom fields count by the API's name, also when a column is given. */
export function plainKeys(keys: readonly string[]): ReadonlySet<string> {
    return new Set(keys.map(key => withoutPrefix(plainKey(key))));
}

/** Whether a column is one of a custom field. */
export function isCustomField(column: string): boolean {
    return column !== withoutPrefix(column);
}

/** The database names a custom field `customFieldsNickname` that the API calls `nickname`. */
function withoutPrefix(key: string): string {
    return key.replace(/^customfields(?=.)/i, '');
}

function plainKey(key: string): string {
    return key.replaceAll(/[^a-zA-Z0-9]/g, '').toLowerCase();
}
