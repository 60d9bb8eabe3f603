/**
 * What the Dashboard's page may load and do. Scripts come from the server only; styles may be inline, since the
 * Dashboard's components position themselves that way. Nobody may frame the page.
 */
export function securityHeaders(imageOrigins: readonly string[]): Readonly<Record<string, string>> {
    const policy = {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:', ...imageOrigins],
        'font-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'self'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
    };
    return {
        'Content-Security-Policy': Object.entries(policy)
            .map(([directive, sources]) => [directive, ...sources].join(' '))
            .join('; '),
        'X-Content-Type-Options': 'nosniff',
        'X-Frame-Options': 'DENY',
        'Referrer-Policy': 'same-origin',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    };
}
