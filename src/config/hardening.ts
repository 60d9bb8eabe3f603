import { SafePasswordStrategy } from '@efi/auth-plugin';
import type { VendureConfig } from '@vendure/core';
import type { Env } from '../env';
import { AdministratorsOnly } from './hardening/administrators-only';
import { fitBody } from './hardening/fit-body';
import { GuestCheckout } from './hardening/guest-checkout';
import { hideInternals } from './hardening/hide-internals';
import { queryLimitRules } from './hardening/query-limits';
import { refuseCrossSite } from './hardening/refuse-cross-site';
import { giveRequestId } from './hardening/request-id';
import { securityHeaders } from './hardening/security-headers';
import { shopName } from './mail';
import { noStore } from './speed/no-store';

type ApiOptions = VendureConfig['apiOptions'];
type AssetOptions = NonNullable<VendureConfig['assetOptions']>;
type AuthOptions = VendureConfig['authOptions'];

/** Vendure's API defaults, closed: its own allow any origin with credentials and describe themselves to anyone. */
export function apiOptions(env: Env): ApiOptions {
    const origins = [env.STOREFRONT_URL, env.SERVER_URL, ...env.CORS_ORIGINS];
    const front = [giveRequestId, securityHeaders(env), refuseCrossSite(origins)];
    return {
        hostname: env.HOST,
        port: env.PORT,
        adminApiPath: 'admin-api',
        shopApiPath: 'shop-api',
        adminApiDebug: !env.isProduction,
        shopApiDebug: !env.isProduction,
        introspection: !env.isProduction,
        trustProxy: env.TRUST_PROXY,
        csrfPrevention: true,
        cors: { origin: origins, credentials: true },
        middleware: [
            ...front.map(handler => ({ route: '/', handler, beforeListen: true })),
            ...['/shop-api', '/admin-api'].map(route => ({ route, handler: fitBody, beforeListen: true })),
        ],
        shopApiValidationRules: queryLimitRules,
        adminApiValidationRules: queryLimitRules,
        apolloServerPlugins: [hideInternals, ...noStore],
    };
}

/** Vendure's default tells a stranger too much of guests. */
export const orderOptions: VendureConfig['orderOptions'] = {
    guestCheckoutStrategy: new GuestCheckout(),
};

/** What may be uploaded. No SVG and no HTML: a browser runs the scripts in them. */
export const assetOptions: AssetOptions = {
    permittedFileTypes: [
        'image/jpeg',
        'image/png',
        'image/webp',
        'image/gif',
        'image/avif',
        'video/mp4',
        'video/webm',
        'audio/mpeg',
        'application/pdf',
    ],
    uploadMaxFileSize: 20 * 1024 * 1024,
};

/**
 * Sessions, cookies and passwords. Vendure's own defaults are a session of a year, a password of four characters
 * and a cookie secret that changes at each start. API keys stay off: 3.7.3 lets a key gain its creator's later
 * permissions (GHSA-37xp-mjp8-6f9x).
 */
export function authOptions(env: Env): AuthOptions {
    return {
        tokenMethod: ['bearer', 'cookie'],
        entityAccessControlStrategy: new AdministratorsOnly(),
        sessionDuration: `${env.SESSION_DAYS}d`,
        verificationTokenDuration: '2d',
        superadminCredentials: {
            identifier: env.SUPERADMIN_USERNAME,
            password: env.SUPERADMIN_PASSWORD,
        },
        cookieOptions: {
            secret: env.COOKIE_SECRET,
            httpOnly: true,
            sameSite: 'lax',
            secure: env.SERVER_URL.startsWith('https:'),
        },
        passwordValidationStrategy: new SafePasswordStrategy({ words: shopWords(env) }),
    };
}

/** What guessers think of first at this shop. */
function shopWords({ MAIL_FROM, SERVER_URL, SUPERADMIN_USERNAME }: Env): string[] {
    const name = shopName(MAIL_FROM);
    return [name, ...name.split(/\s+/), ...new URL(SERVER_URL).hostname.split('.'), SUPERADMIN_USERNAME];
}
