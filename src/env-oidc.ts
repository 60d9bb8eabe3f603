import { z } from 'zod';

const provider = z.strictObject({
    id: z.string().regex(/^[a-z\d-]{1,50}$/),
    label: z.string().min(1),
    audience: z.enum(['shop', 'admin']),
    issuer: z.url({ protocol: /^https?$/ }).refine(isSafe, 'must be an https: address'),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
    scopes: z.array(z.string()).optional(),
    roles: z
        .strictObject({ claim: z.string().min(1), map: z.record(z.string(), z.string().min(1)) })
        .optional(),
    secondFactor: z
        .strictObject({
            amr: z.array(z.string().min(1)).optional(),
            acr: z.array(z.string().min(1)).optional(),
        })
        .optional(),
});

/** On the way to another machine anybody may answer in the provider's place. */
function isSafe(issuer: string): boolean {
    return issuer.startsWith('https:') || ['localhost', '127.0.0.1'].includes(new URL(issuer).hostname);
}

/** A setting that is a JSON list of providers of OpenID Connect. */
export const oidcProviders = z
    .string()
    .default('[]')
    .transform((text, context): unknown => {
        try {
            return JSON.parse(text);
        } catch {
            context.addIssue({ code: 'custom', message: 'must be JSON' });
            return z.NEVER;
        }
    })
    .pipe(z.array(provider));
