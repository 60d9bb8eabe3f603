import { describe, expect, it } from 'vitest';
import { InvalidEnvError, parseEnv } from './env';

const production = {
    EFI_MODE: 'production',
    COOKIE_SECRET: 'x'.repeat(32),
    DATABASE_URL: 'postgres://app:secret@db/efi',
    SMTP_URL: 'smtp://mail:25',
    SERVER_URL: 'https://api.example.com/',
    STOREFRONT_URL: 'https://example.com',
    SUPERADMIN_PASSWORD: 'a-password-of-ours',
};

describe('parseEnv', () => {
    it('needs nothing in demo mode and then listens on loopback only', () => {
        expect(parseEnv({})).toMatchObject({
            EFI_MODE: 'demo',
            HOST: '127.0.0.1',
            PORT: 3000,
            SERVER_URL: 'http://localhost:3000',
            STOREFRONT_URL: 'http://localhost:3001',
        });
    });

    it('treats an empty variable as one that is not set', () => {
        const env = parseEnv({ PORT: '', REDIS_URL: '' });
        expect(env.PORT).toBe(3000);
        expect(env.REDIS_URL).toBeUndefined();
    });

    it('reads providers to sign in with, and tells nothing of their secrets when one is wrong', () => {
        const provider = {
            ...{ id: 'club', label: 'Club', audience: 'shop', issuer: 'https://id.example' },
            ...{ clientId: 'shop', clientSecret: 'swordfish' },
        };
        const read = (providers: object) => () => parseEnv({ OIDC_PROVIDERS: JSON.stringify(providers) });
        expect(parseEnv({}).OIDC_PROVIDERS).toEqual([]);
        expect(read([provider])().OIDC_PROVIDERS).toEqual([provider]);
        expect(read([{ ...provider, issuer: 'http://127.0.0.1:4000' }])).not.toThrow();
        for (const wrong of [
            { issuer: 'http://id.example' },
            { issuer: 'http://localhost.example' },
            { audience: 'all' },
            { clientId: '' },
        ]) {
            expect(read([{ ...provider, ...wrong }])).toThrow(/^OIDC_PROVIDERS: (?!.*swordfish)/);
        }
        expect(() => parseEnv({ OIDC_PROVIDERS: '[{"clientSecret":"swordfish"' })).toThrow(
            /^OIDC_PROVIDERS: must be JSON(?!.*swordfish)/,
        );
    });

    it('derives public addresses from the ports and strips a trailing slash', () => {
        expect(parseEnv({ PORT: '4000' }).SERVER_URL).toBe('http://localhost:4000');
        expect(parseEnv({ SERVER_URL: 'https://shop.example/' }).SERVER_URL).toBe('https://shop.example');
    });

    it.each([
        ['PORT', '70000'],
        ['PORT', 'http'],
        ['DATABASE_URL', 'mysql://localhost/efi'],
        ['REDIS_URL', 'localhost:6379'],
        ['EFI_MODE', 'prod'],
        ['EFI_LEGACY_ADMIN', 'yes'],
    ])('names the variable, the value and its meaning when %s is "%s"', (name, value) => {
        const attempt = () => parseEnv({ [name]: value });
        expect(attempt).toThrow(InvalidEnvError);
        expect(attempt).toThrow(new RegExp(`^${name}: .*\\(got "${value}"\\)\\. .{10,}`));
    });

    it('does not show a secret that is wrong, only its name', () => {
        expect(() => parseEnv({ DATABASE_URL: 'mysql://app:hunter2@db/efi' })).toThrow(/^DATABASE_URL: /);
        expect(() => parseEnv({ DATABASE_URL: 'mysql://app:hunter2@db/efi' })).not.toThrow(/hunter2/);
        expect(() => parseEnv({ COOKIE_SECRET: 'tooshort' })).not.toThrow(/tooshort/);
    });

    it('takes a complete production configuration', () => {
        expect(parseEnv(production)).toMatchObject({
            isProduction: true,
            HOST: '',
            SERVER_URL: 'https://api.example.com',
        });
    });

    it.each([
        'COOKIE_SECRET',
        'DATABASE_URL',
        'SMTP_URL',
        'SERVER_URL',
        'STOREFRONT_URL',
        'SUPERADMIN_PASSWORD',
    ])('refuses production without %s', name => {
        expect(() => parseEnv({ ...production, [name]: undefined })).toThrow(
            new RegExp(`^${name}: must be set`),
        );
    });

    it.each(['SANDBOX_PROVIDER_URL', 'SANDBOX_API_KEY', 'SANDBOX_PORT'])(
        'refuses production with %s',
        name => {
            const value =
                { SANDBOX_PROVIDER_URL: 'http://127.0.0.1:3030', SANDBOX_PORT: '3030' }[name] ?? 'key';
            expect(() => parseEnv({ ...production, [name]: value })).toThrow(
                new RegExp(`^${name}: must not be set when EFI_MODE=production`),
            );
        },
    );

    it('wants all settings of a payment provider or none', () => {
        expect(() =>
            parseEnv({ STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_PUBLISHABLE_KEY: 'pk_test_1' }),
        ).toThrow(
            /^STRIPE_WEBHOOK_SECRET: must be set together with STRIPE_SECRET_KEY and STRIPE_PUBLISHABLE_KEY/,
        );
        expect(() => parseEnv({ PAYPAL_WEBHOOK_ID: 'W' })).toThrow(
            /PAYPAL_CLIENT_ID: .*\nPAYPAL_CLIENT_SECRET: /,
        );
    });

    it('refuses the demo password in production and names every fault at once', () => {
        const faults = () =>
            parseEnv({ ...production, SUPERADMIN_PASSWORD: 'superadmin', COOKIE_SECRET: undefined });
        expect(faults).toThrow(/COOKIE_SECRET: must be set/);
        expect(faults).toThrow(/SUPERADMIN_PASSWORD: must be set/);
    });
});
