import { PaymentsPlugin, paymentsMigrations } from '@efi/payments-plugin';
import { testShop, type TestShopOptions } from '@efi/plugin-kit/testing';
import { parse } from 'graphql';
import type { Logger } from 'typeorm';
import { type FraudOptions, FraudPlugin, fraudMigrations } from '../src';
import type { EfiFraudDecision } from '../src/infrastructure/entities/fraud-decision.entity';
import { CardGateway } from './card-gateway';
import { Shopper } from './shopper';

/** A shop whose payments are screened. */
export async function screenedShop(
    options: FraudOptions = {},
    more: Pick<Partial<TestShopOptions>, 'plugins' | 'migrations'> = {},
) {
    const gateway = new CardGateway();
    const statements = new StatementLog();
    const shop = await testShop({
        plugins: [
            PaymentsPlugin.init({
                gateways: [gateway],
                returnOrigins: ['https://shop.example'],
                calls: { attempts: 1, failuresToOpen: 1_000 },
            }),
            FraudPlugin.init(options),
            ...(more.plugins ?? []),
        ],
        migrations: [...paymentsMigrations, ...fraudMigrations, ...(more.migrations ?? [])],
        paymentMethods: [
            {
                name: 'card',
                handler: {
                    code: 'efi-gateway',
                    arguments: [
                        { name: 'gateways', value: JSON.stringify([gateway.name]) },
                        { name: 'captureMode', value: 'automatic' },
                    ],
                },
            },
        ],
        customerCount: 2,
        config: {
            apiOptions: { trustProxy: true },
            // Jobs are the worker's, where a suite has one.
            jobQueueOptions: { activeQueues: ['none'] },
            dbConnectionOptions: { type: 'postgres', logging: ['query'], logger: statements },
        },
    });
    return {
        ...shop,
        gateway,
        statements,
        newShopper: (headers: Record<string, string> = {}) => new Shopper(shop, headers),
        /** Those of an order, oldest first. */
        decisions: (orderCode: string) =>
            shop.sql<EfiFraudDecision>(
                'SELECT * FROM efi_fraud_decision WHERE "orderCode" = $1 ORDER BY id',
                [orderCode],
            ),
        setPolicy: (policy: object) =>
            shop.sql('INSERT INTO efi_fraud_policy ("channelId", policy) VALUES (1, $1)', [
                JSON.stringify(policy),
            ]),
        /** What was counted and decided before is gone; the policy is not. */
        forget: () => shop.sql('TRUNCATE efi_fraud_velocity, efi_fraud_decision, efi_fraud_note'),
        admin: <T = Record<string, unknown>>(document: string, variables: Record<string, unknown> = {}) =>
            shop.adminClient.query<T>(parse(document), variables),
    };
}

export type ScreenedShop = Awaited<ReturnType<typeof screenedShop>>;

/** What the application asks its database. */
class StatementLog implements Logger {
    readonly seen: string[] = [];

    logQuery(query: string): void {
        this.seen.push(query);
    }

    logQueryError(): void {}
    logQuerySlow(): void {}
    logSchemaBuild(): void {}
    logMigration(): void {}
    log(): void {}
}
