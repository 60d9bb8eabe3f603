import { storefrontEnv } from './env';

/** What Stripe's card form loads, by Stripe's own list. Its script and its frames are on the same hosts. */
const stripe = {
    scripts: ['https://js.stripe.com', 'https://*.js.stripe.com'],
    frames: ['https://js.stripe.com', 'https://*.js.stripe.com', 'https://hooks.stripe.com'],
    calls: ['https://api.stripe.com'],
};

const nothing = { scripts: [], frames: [], calls: [] };

/**
 * What a page may load: our own files, scripts that carry the nonce, images of the server and, on every page because
 * a page that the browser moves on from keeps its policy, what Stripe's card form needs where Stripe is configured.
 * Styles may be inline because React writes `style` attributes.
 */
export function contentSecurityPolicy(nonce: string): string {
    const development = process.env.NODE_ENV === 'development';
    const { assetOrigin, usesStripe } = storefrontEnv();
    const { scripts, frames, calls } = usesStripe ? stripe : nothing;
    return [
        `default-src 'self'`,
        // React's development build shows errors with eval.
        directive('script-src', [
            `'self'`,
            `'nonce-${nonce}'`,
            `'strict-dynamic'`,
            ...scripts,
            ...(development ? [`'unsafe-eval'`] : []),
        ]),
        `style-src 'self' 'unsafe-inline'`,
        `img-src 'self' data: ${assetOrigin}`,
        `font-src 'self'`,
        directive('connect-src', [`'self'`, ...calls, ...(development ? ['ws:'] : [])]),
        directive('frame-src', frames.length > 0 ? frames : [`'none'`]),
        `worker-src 'self'`,
        `object-src 'none'`,
        `base-uri 'none'`,
        `form-action 'self'`,
        `frame-ancestors 'none'`,
    ].join('; ');
}

function directive(name: string, sources: readonly string[]): string {
    return [name, ...sources].join(' ');
}

/** Of a policy as above, that which scripts need to carry. */
export function nonceOf(policy: string | null): string | undefined {
    return /'nonce-([^']+)'/.exec(policy ?? '')?.[1];
}
