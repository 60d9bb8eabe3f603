import { z } from 'zod';
import { parse } from '../api/requests';

/** What the shop opened the card form with. */
export interface PaymentTerms {
    /** Minor units of the currency. Only shown: what is paid is said when the payment is started. */
    readonly amount: number;
    readonly currency: string;
    readonly returnUrl: string;
    readonly language: string;
}

const query = z.object({
    amount: z.coerce.number().int().positive(),
    currency: z.string().regex(/^[A-Z]{3}$/),
    return_url: z.url({ protocol: /^https?$/ }),
    lang: z.string().max(35).default('en'),
});

/** @throws ApiError 400 that names the faulty parameter. */
export function paymentTerms(parameters: URLSearchParams): PaymentTerms {
    const { amount, currency, return_url, lang } = parse(query, Object.fromEntries(parameters));
    return { amount, currency, returnUrl: return_url, language: lang };
}

/** The amount as people write it, e.g. €19.99. */
export function formatAmount(amount: number, currency: string, language: string): string {
    const format = new Intl.NumberFormat(supported(language), { style: 'currency', currency });
    return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

function supported(language: string): string {
    try {
        return Intl.getCanonicalLocales(language)[0] ?? 'en';
    } catch {
        return 'en';
    }
}
