import type { TestShop } from '@efi/plugin-kit/testing';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GDPR_OPTIONS } from '../src/gdpr.options';
import { ReplayErasures } from '../src/infrastructure/replay-erasures';

/** What the suite around it does with requests. */
interface Acts {
    readonly open: (kind: string) => Promise<string>;
    readonly run: (id: string) => Promise<void>;
    /** While keys can not be destroyed, so that it is not over. */
    readonly runWithoutKeys: (id: string) => Promise<void>;
    readonly due: (id: string) => Promise<unknown>;
    readonly hold: () => Promise<unknown>;
    /** Whom it is about now. */
    readonly customerId: () => number;
}

/** Backups that are older than an erasure. */
export function replaySuite(
    shop: TestShop,
    { open, run, runWithoutKeys, due, hold, customerId }: Acts,
): void {
    describe('after a restore', () => {
        const { sql } = shop;
        const options = () =>
            shop.server.app.get<{ secret: string; earlierSecrets: string[]; erasureLog: string }>(
                GDPR_OPTIONS,
            );
        const replay = () => shop.server.app.get(ReplayErasures).run();
        const isThere = async () =>
            (await sql('SELECT FROM customer WHERE id = $1 AND "lastName" = $2', [customerId(), 'Back']))
                .length === 1;
        const addresses = async () =>
            (await sql('SELECT FROM address WHERE "customerId" = $1', [customerId()])).length;
        /** As it was before the erasure began, but for the log beside it. */
        const restore = async () => {
            await sql(
                `UPDATE customer SET "lastName" = 'Back', "deletedAt" = NULL WHERE id = ${customerId()}`,
            );
            await sql('DELETE FROM efi_gdpr_held');
            await sql('UPDATE efi_gdpr_legal_hold SET "sealedKey" = NULL');
            await sql(
                `INSERT INTO address ("customerId", "streetLine1") VALUES (${customerId()}, 'Zwirnerstiege 77')`,
            );
            for (const table of ['erasure', 'part', 'request']) {
                await sql(`DELETE FROM efi_gdpr_${table}`);
            }
            expect(await isThere()).toBe(true);
        };

        it('a person is erased again whose erasure had begun and was not over', async () => {
            await hold();
            const id = await open('ERASURE');
            await runWithoutKeys(id);
            const logged = readFileSync(options().erasureLog, 'utf8');
            await due(id);
            await run(id);
            expect(readFileSync(options().erasureLog, 'utf8')).toBe(logged);
            await restore();
            await replay();
            expect(await isThere()).toBe(false);
            expect(await replay()).toBe(0);
            // What is held is sealed, also of somebody who came back.
            expect(await addresses()).toBe(0);
            expect(
                await sql(
                    `SELECT part FROM efi_gdpr_held JOIN efi_gdpr_legal_hold h ON h.id = "holdId"
                      WHERE "customerId" = $1 ORDER BY part`,
                    [customerId()],
                ),
            ).toEqual([{ part: 'address' }, { part: 'efi_gdpr_legal_hold' }]);
        });

        it('nobody is taken for erased by a secret that the log was not written with', async () => {
            const { secret, erasureLog } = options();
            await run(await open('ERASURE'));
            await restore();
            options().secret = 'another secret after a breach, say';
            try {
                await expect(replay()).rejects.toThrow('earlierSecrets');
                expect(await isThere()).toBe(true);
                expect(await sql('SELECT FROM efi_gdpr_erasure')).toEqual([]);

                options().earlierSecrets = [secret];
                await replay();
                expect(await isThere()).toBe(false);
            } finally {
                Object.assign(options(), { secret, earlierSecrets: [] });
            }
            const log = readFileSync(erasureLog, 'utf8');
            expect(log).not.toContain(secret);
            // Nobody can tell a secret by a log without any.
            writeFileSync(erasureLog, log.replace(/.*secret.*/g, ''));
            await expect(replay()).resolves.toBeTypeOf('number');
        });
    });
}
