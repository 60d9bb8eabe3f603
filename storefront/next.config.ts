import createNextIntlPlugin from 'next-intl/plugin';
import path from 'node:path';
import type { NextConfig } from 'next';

/**
 * Wallets ask for the payment in the frame of Stripe's form, and some of them in a window that it opens and hears from.
 * Where Stripe isn't used, no frame is allowed at all (`content-security-policy.ts`).
 */
const stripeFrames = '"https://js.stripe.com" "https://*.js.stripe.com"';

const securityHeaders = [
    { key: 'x-content-type-options', value: 'nosniff' },
    { key: 'x-frame-options', value: 'DENY' },
    { key: 'referrer-policy', value: 'strict-origin-when-cross-origin' },
    {
        key: 'permissions-policy',
        value: `camera=(), geolocation=(), microphone=(), payment=(self ${stripeFrames})`,
    },
    { key: 'cross-origin-opener-policy', value: 'same-origin-allow-popups' },
    { key: 'strict-transport-security', value: 'max-age=31536000; includeSubDomains' },
];

const config: NextConfig = {
    output: 'standalone',
    outputFileTracingRoot: path.join(import.meta.dirname, '..'),
    turbopack: { root: path.join(import.meta.dirname, '..') },
    poweredByHeader: false,
    experimental: {
        // What is kept of the Shop API stays in memory, which has a bound, or in Redis (`shared-cache.mjs`), where it ends:
        // addresses that nobody made must not fill the disk.
        isrFlushToDisk: false,
        // For addresses that no route takes, apart from what each page brings along in case that it finds nothing.
        globalNotFound: true,
    },
    cacheHandler: path.join(import.meta.dirname, 'shared-cache.mjs'),
    reactStrictMode: true,
    // The server's asset plugin resizes and converts images already; a second optimiser would do it twice.
    images: { unoptimized: true },
    headers: () => Promise.resolve([{ source: '/:path*', headers: securityHeaders }]),
};

export default createNextIntlPlugin({
    requestConfig: './src/i18n/request.ts',
    experimental: {
        // Parsed while building: no browser loads a parser of messages.
        messages: { path: './messages', format: 'json', locales: 'infer', precompile: true },
    },
})(config);
