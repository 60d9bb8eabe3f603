import { z } from 'zod';

/** Fields of the address form, by the names that Vendure gives them. */
export type AddressField = keyof AddressInput;

/** Names of messages under `form`. */
type AddressProblem = 'required' | 'email' | 'tooLong' | 'country' | 'province' | 'postalCode';

const problem = (name: AddressProblem) => ({ error: name });

const required = z
    .string(problem('required'))
    .trim()
    .min(1, problem('required'))
    .max(255, problem('tooLong'));
const optional = z.string().trim().max(255, problem('tooLong')).default('');

/** Where a parcel needs a state in its address. */
const countriesWithStates: readonly string[] = ['US', 'CA', 'AU'];

/** Only where the form is well known: a wrong refusal costs more than a typing error. */
const postalCodes: Readonly<Record<string, RegExp>> = {
    US: /^\d{5}(-\d{4})?$/,
    GB: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i,
    DE: /^\d{5}$/,
    FR: /^\d{5}$/,
    AT: /^\d{4}$/,
    CH: /^\d{4}$/,
    NL: /^\d{4} ?[A-Z]{2}$/i,
};

/** Contact and address of a checkout, as the form sends it. */
const addressSchema = z
    .object({
        emailAddress: z
            .string(problem('required'))
            .trim()
            .max(255, problem('tooLong'))
            .pipe(z.email(problem('email'))),
        firstName: required,
        lastName: required,
        company: optional,
        streetLine1: required,
        streetLine2: optional,
        city: required,
        province: optional,
        postalCode: required,
        countryCode: z.string(problem('country')).regex(/^[A-Z]{2}$/, problem('country')),
        phoneNumber: optional,
    })
    .superRefine((address, context) => {
        if (needsProvince(address.countryCode) && address.province === '') {
            context.addIssue({ code: 'custom', path: ['province'], message: 'province' });
        }
        if (postalCodes[address.countryCode]?.test(address.postalCode) === false) {
            context.addIssue({ code: 'custom', path: ['postalCode'], message: 'postalCode' });
        }
    });

export type AddressInput = z.output<typeof addressSchema>;

export function needsProvince(countryCode: string): boolean {
    return countriesWithStates.includes(countryCode);
}

type Parsed =
    | { readonly ok: true; readonly address: AddressInput }
    | { readonly ok: false; readonly problems: Partial<Record<AddressField, AddressProblem>> };

/** The first fault of each field, by the name of its message. */
export function parseAddress(input: unknown): Parsed {
    const result = addressSchema.safeParse(input);
    if (result.success) {
        return { ok: true, address: result.data };
    }
    const problems: Partial<Record<AddressField, AddressProblem>> = {};
    for (const issue of result.error.issues) {
        problems[issue.path[0] as AddressField] ??= issue.message as AddressProblem;
    }
    return { ok: false, problems };
}
