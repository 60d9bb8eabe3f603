import { storefrontEnv } from './env';

/**
 * What a page may load: our own files, scripts that carry the nonce, and images of the server. Styles may be inline
 * because React writes `style` attributes.
 */
export function contentSecurityPolicy(nonce: string): string {
    const development = process.env.NODE_ENV === 'development';
    return [
        `default-src 'self'`,
        // React's development build shows errors with eval.
        `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? ` 'unsafe-eval'` : ''}`,
        `style-src 'self' 'unsafe-inline'`,
        `img-src 'self' data: ${storefrontEnv().assetOrigin}`,
        `font-src 'self'`,
        `connect-src 'self'${development ? ' ws:' : ''}`,
        `object-src 'none'`,
        `base-uri 'none'`,
        `form-action 'self'`,
        `frame-ancestors 'none'`,
    ].join('; ');
}
