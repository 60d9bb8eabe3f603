import { z } from 'zod';
import { checkPlace, placeShape, problem, requiredText, type AddressProblem } from '@/lib/address/place';

/** Fields of the address form, by the names that Vendure gives them. */
export type AddressField = keyof AddressInput;

/** Contact, address and company of a checkout, as the form sends it. */
const addressSchema = z
    .object({
        emailAddress: z
            .string(problem('required'))
            .trim()
            .max(255, problem('tooLong'))
            .pipe(z.email(problem('email'))),
        firstName: requiredText,
        lastName: requiredText,
        ...placeShape,
        isCompany: z.literal('yes').optional(),
        vatNumber: z.string().trim().max(40, problem('tooLong')).default(''),
    })
    .superRefine(checkPlace)
    .superRefine(({ isCompany, company }, context) => {
        if (isCompany && company === '') {
            context.addIssue({ code: 'custom', path: ['company'], message: 'required' });
        }
    })
    // What was typed before it was taken back that the order is for a company.
    .transform(input => (input.isCompany ? input : { ...input, company: '', vatNumber: '' }));

export type AddressInput = z.output<typeof addressSchema>;

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
