import 'server-only';
import { z } from 'zod';

const address = z.url().transform(value => value.replace(/\/+$/, ''));

const schema = z
    .object({
        /** Where this process reaches the Shop API; may be an address inside the cluster. */
        SHOP_API_URL: address.default('http://localhost:3000/shop-api'),
        /** Where browsers reach the server, which serves the images. Default: the origin of SHOP_API_URL. */
        SERVER_URL: address.optional(),
        /** Where browsers reach the storefront: canonical addresses, sitemap. */
        STOREFRONT_URL: address.optional(),
        /** Set where the server offers Stripe: pages may then load what Stripe's card form needs. */
        STRIPE_PUBLISHABLE_KEY: z.string().optional(),
        /** By which the server signs what it says of changes. Without it nothing is kept. */
        REVALIDATION_SECRET: z.string().min(32).optional(),
        /** Where several storefronts keep what they keep, in common; see `shared-cache.mjs`. Without it, each in its memory. */
        REDIS_URL: z.url().optional(),
        /** How many proxies stand in front of the storefront; what they say of a shopper's address is believed. */
        TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
        /** `off` has browsers keep no pages any more, and throw away what they kept. */
        OFFLINE_PAGES: z.enum(['on', 'off']).default('on'),
        STOREFRONT_PORT: z.coerce.number().int().min(1).max(65535).default(3001),
    })
    .transform(env => ({
        shopApiUrl: env.SHOP_API_URL,
        assetOrigin: new URL(env.SERVER_URL ?? env.SHOP_API_URL).origin,
        revalidationSecret: env.REVALIDATION_SECRET,
        trustedProxies: env.TRUST_PROXY,
        // Development's files keep their names while they change.
        keepsPages: env.OFFLINE_PAGES === 'on' && process.env.NODE_ENV === 'production',
        usesStripe: env.STRIPE_PUBLISHABLE_KEY !== undefined,
        storefrontUrl: env.STOREFRONT_URL ?? `http://localhost:${env.STOREFRONT_PORT}`,
    }));

/** The storefront's settings, checked when the process first needs one. */
export type StorefrontEnv = z.output<typeof schema>;

let parsed: StorefrontEnv | undefined;

/**
 * Read at run time, never at build time: one image serves every environment.
 *
 * @throws Error with one line for each wrong variable.
 */
export function storefrontEnv(): StorefrontEnv {
    if (!parsed) {
        const filled = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
        const result = schema.safeParse(filled);
        if (!result.success) {
            const lines = result.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`);
            throw new Error(`The storefront's settings are wrong.\n${lines.join('\n')}`);
        }
        parsed = result.data;
    }
    return parsed;
}
