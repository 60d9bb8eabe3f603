import { z } from 'zod';

/** Names of messages under `form`. */
export type AddressProblem = 'required' | 'email' | 'tooLong' | 'country' | 'province' | 'postalCode';

/** How zod is told the name of a message. */
export const problem = (name: AddressProblem) => ({ error: name });

export const requiredText = z
    .string(problem('required'))
    .trim()
    .min(1, problem('required'))
    .max(255, problem('tooLong'));

const optionalText = z.string().trim().max(255, problem('tooLong')).default('');

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

/** The fields that say where somebody is, by the names that Vendure gives them. */
export const placeShape = {
    company: optionalText,
    streetLine1: requiredText,
    streetLine2: optionalText,
    city: requiredText,
    province: optionalText,
    postalCode: requiredText,
    countryCode: z.string(problem('country')).regex(/^[A-Z]{2}$/, problem('country')),
    phoneNumber: optionalText,
} as const;

export type PlaceField = keyof typeof placeShape;
export type Place = Readonly<Record<PlaceField, string>>;

export function needsProvince(countryCode: string): boolean {
    return countriesWithStates.includes(countryCode);
}

/** What no field shows by itself: that province and postcode fit the country. For zod's `superRefine`. */
export function checkPlace(
    place: Pick<Place, 'countryCode' | 'province' | 'postalCode'>,
    context: z.RefinementCtx,
): void {
    if (needsProvince(place.countryCode) && place.province === '') {
        context.addIssue({ code: 'custom', path: ['province'], message: 'province' });
    }
    if (postalCodes[place.countryCode]?.test(place.postalCode) === false) {
        context.addIssue({ code: 'custom', path: ['postalCode'], message: 'postalCode' });
    }
}
