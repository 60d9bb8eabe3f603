import type { AuditAct } from '@efi/plugin-kit';
import type { TestShop } from '@efi/plugin-kit/testing';
import { ModuleRef } from '@nestjs/core';
import { ConfigService, Injector, JobQueueService } from '@vendure/core';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';

/**
 * What goes by itself.
 *
 * @param acts - What was written down since the shop began.
 * @param customerId - Of somebody with an account.
 */
export function retentionSuite(shop: TestShop, acts: readonly AuditAct[], customerId: () => number): void {
    const { sql } = shop;
    describe('and data whose time is over', () => {
        interface Report {
            readonly rule: string;
            readonly due: number;
            readonly done: number;
            readonly problem: string | null;
            readonly endedAt: string | null;
        }
        const run = async (dryRun: boolean) => {
            const { runEfiRetention } = await shop.adminClient.query<{ runEfiRetention: Report[] }>(
                parse(`mutation { runEfiRetention(dryRun: ${dryRun}) { rule due done problem endedAt } }`),
            );
            expect(runEfiRetention.every(({ endedAt, problem }) => endedAt && !problem)).toBe(true);
            return Object.fromEntries(runEfiRetention.map(({ rule, due, done }) => [rule, [due, done]]));
        };
        const old = `now() - interval '31 days'`;
        const guest = async (name: string, updatedAt: string) => {
            const [row] = await sql<{ id: number }>(
                `INSERT INTO customer ("firstName", "lastName", "emailAddress", "updatedAt")
                 VALUES ($1, 'Guest', $2, ${updatedAt}) RETURNING id`,
                [name, `${name}@example.org`],
            );
            return row?.id ?? 0;
        };
        const cart = async (customerId: number | null, updatedAt: string, state = 'AddingItems') => {
            const placed = state === 'PaymentSettled';
            const [row] = await sql<{ id: number }>(
                `INSERT INTO "order" (code, state, active, "orderPlacedAt", "customerId", "updatedAt", "couponCodes",
                     "shippingAddress", "billingAddress", "currencyCode", "subTotal", "subTotalWithTax", type)
                 VALUES (gen_random_uuid()::text, $1, $2, $3, $4, ${updatedAt}, '', '{"city":"Wien"}', '{}', 'EUR', 0, 0,
                     'Regular') RETURNING id`,
                [state, !placed, placed ? new Date() : null, customerId],
            );
            return row?.id ?? 0;
        };
        const addressOf = async (id: number) =>
            (await sql<{ a: string }>('SELECT "shippingAddress" AS a FROM "order" WHERE id = $1', [id]))[0]
                ?.a;

        it('is counted by a dry run, goes by a run, and is not found by the next one', async () => {
            const [left, held, young, buyer] = [
                await guest('left', old),
                await guest('held', old),
                await guest('young', 'now()'),
                await guest('buyer', old),
            ];
            const [cold, checkout, warm, heldCart, paying] = [
                await cart(null, old),
                await cart(null, old, 'ArrangingPayment'),
                await cart(null, 'now()'),
                await cart(held, old),
                await cart(null, old, 'ArrangingPayment'),
            ];
            const bought = await cart(buyer, old, 'PaymentSettled');
            await sql(
                `INSERT INTO payment (method, amount, state, metadata, "orderId") VALUES ('card', 1, 'Created', '{}', $1)`,
                [paying],
            );
            await sql(
                `INSERT INTO efi_gdpr_legal_hold ("customerId", parts, because, until, "createdBy")
                 VALUES ($1, '{customer}', 'a dispute that is over', ${old}, 'staff')`,
                [buyer],
            );
            await shop.adminClient.query(
                parse(`mutation { holdEfiPrivacyData(input: { customerId: "T_${held}", parts: ["customer"],
                    because: "a dispute", until: "2099-01-01T00:00:00Z" }) { __typename } }`),
            );
            await sql(
                `UPDATE authentication_method SET "passwordResetToken" = 'x', "updatedAt" = ${old}
                  WHERE "userId" = (SELECT "userId" FROM customer WHERE id = $1)`,
                [customerId()],
            );
            await sql(
                `UPDATE authentication_method SET "verificationToken" = 'y' WHERE "passwordResetToken" IS NULL`,
            );
            await sql(
                `INSERT INTO session (token, expires, invalidated, type) SELECT 'gone' || i, ${old}, false, 'AnonymousSession'
                   FROM generate_series(1, 1200) AS i`,
            );

            const due = { sessions: 1200, tokens: 1, carts: 2, guests: 1, holds: 1 };
            const counted = Object.entries(due).map(([rule, count]) => [rule, [count, 0]] as const);
            expect(await run(true)).toEqual(Object.fromEntries(counted));
            expect(await sql(`SELECT FROM session WHERE token LIKE 'gone%'`)).toHaveLength(1200);

            expect(await run(false)).toEqual(
                Object.fromEntries(Object.entries(due).map(([rule, count]) => [rule, [count, count]])),
            );
            expect(await sql(`SELECT FROM session WHERE token LIKE 'gone%'`)).toHaveLength(0);
            expect([
                await addressOf(cold),
                await addressOf(checkout),
                await addressOf(warm),
                await addressOf(heldCart),
                await addressOf(paying),
                await addressOf(bought),
            ]).toEqual(['{}', '{}', ...Array<string>(4).fill('{"city":"Wien"}')]);
            expect(await sql('SELECT state FROM "order" WHERE id = $1', [checkout])).toEqual([
                { state: 'AddingItems' },
            ]);
            expect(
                await sql(`SELECT FROM authentication_method WHERE "passwordResetToken" IS NOT NULL`),
            ).toHaveLength(0);
            const requests = await sql(
                `SELECT "customerId", kind, state, "verifiedBy" FROM efi_gdpr_request
                  WHERE "customerId" = ANY($1)`,
                [[left, held, young, buyer]],
            );
            expect(requests).toEqual([
                { customerId: left, kind: 'ERASURE', state: 'VERIFIED', verifiedBy: 'retention' },
            ]);
            expect(acts.filter(({ action }) => action === 'applyRetention')).toHaveLength(7);

            expect(await run(false)).toEqual({
                sessions: [0, 0],
                tokens: [0, 0],
                carts: [0, 0],
                guests: [0, 0],
                holds: [0, 0],
            });
        });

        it('leaves the guest without a name once the request is worked off', async () => {
            const { app } = shop.server;
            const tasks = app.get(ConfigService).schedulerOptions.tasks ?? [];
            await app.get(JobQueueService).start();
            await tasks
                .find(({ id }) => id === 'efi-privacy-requests')
                ?.execute(new Injector(app.get(ModuleRef)));
            await expect
                .poll(() => sql(`SELECT FROM customer WHERE "firstName" = 'left'`), { timeout: 15_000 })
                .toHaveLength(0);
            expect(await sql(`SELECT FROM customer WHERE "lastName" = 'Guest'`)).toHaveLength(3);
        });
    });
}
