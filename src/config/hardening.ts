import type { VendureConfig } from '@vendure/core';
import type { Env } from '../env';
import { PasswordLengthStrategy } from './password-length-strategy';

type ApiOptions = VendureConfig['apiOptions'];
type AuthOptions = VendureConfig['authOptions'];

/** Vendure's API defaults, closed: its own allow any origin with credentials and describe themselves to anyone. */
export function apiOptions(env: Env): ApiOptions {
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
        cors: {
            origin: [env.STOREFRONT_URL, env.SERVER_URL, ...env.CORS_ORIGINS],
            credentials: true,
        },
    };
}

/**
 * Sessions, cookies and passwords. Vendure's own defaults are a session of a year, a password of four characters
 * and a cookie secret that changes at each start. API keys stay off: 3.7.3 lets a key gain its creator's later
 * permissions (GHSA-37xp-mjp8-6f9x).
 */
export function authOptions(env: Env): AuthOptions {
    return {
        tokenMethod: ['bearer', 'cookie'],
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
        passwordValidationStrategy: new PasswordLengthStrategy(),
    };
}
