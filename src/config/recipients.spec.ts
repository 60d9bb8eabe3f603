import { describe, expect, it } from 'vitest';
import { parseEnv } from '../env';
import { recipientsOf } from './recipients';

const names = (source: Record<string, string>) => recipientsOf(parseEnv(source)).map(({ name }) => name);

describe('who gets personal data by the settings', () => {
    it('is nobody while everything runs on the machine itself', () => {
        expect(names({ REDIS_URL: 'redis://localhost:6379', DATABASE_URL: 'postgres://db/efi' })).toEqual([]);
    });

    it('is each provider and server that is set, and no other', () => {
        expect(
            names({
                STRIPE_SECRET_KEY: 'sk_test_1',
                STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
                STRIPE_WEBHOOK_SECRET: 'whsec_1',
                DATABASE_URL: 'postgres://app:secret@db.example.net:5432/efi',
                REDIS_URL: 'rediss://cache.example.net',
                AUDIT_S3_BUCKET: 'trail',
                AWS_REGION: 'eu-central-1',
                AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
                AWS_SECRET_ACCESS_KEY: 'secret',
                OIDC_PROVIDERS: JSON.stringify([
                    {
                        ...{ id: 'club', label: 'Club', audience: 'shop', issuer: 'https://id.example' },
                        ...{ clientId: 'shop', clientSecret: 'swordfish' },
                    },
                ]),
            }),
        ).toEqual([
            ...['Stripe', 'Club (id.example)', 'db.example.net', 'cache.example.net'],
            'trail.s3.eu-central-1.amazonaws.com',
        ]);
    });

    it('tells where data goes from there, and on which ground', () => {
        const [paypal] = recipientsOf(
            parseEnv({ PAYPAL_CLIENT_ID: 'a', PAYPAL_CLIENT_SECRET: 'b', PAYPAL_WEBHOOK_ID: 'c' }),
        );
        expect(paypal).toMatchObject({ name: 'PayPal', role: 'controller' });
        expect(paypal?.place).toContain('Luxembourg');
        expect(paypal?.transfer).toContain('binding corporate rules');
    });
});
