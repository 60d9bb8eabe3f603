import type { TestShop } from '@efi/plugin-kit/testing';
import { parse } from 'graphql';
import { expect, it } from 'vitest';

/** What the suite around it knows of the person who is erased. */
interface Person {
    /** Which of the person's strings a text has, in any disguise. */
    readonly mentions: (content: string) => string[];
    /** Where any of them is: in the database, in files, in the log. */
    readonly traces: () => Promise<string[]>;
    readonly sweep: () => Promise<unknown>;
    /** Some of them, of what is held. */
    readonly sought: string;
}

/** After an erasure that a legal hold was in the way of. */
export function heldDataSuite(shop: TestShop, { mentions, traces, sweep, sought }: Person): void {
    const { sql } = shop;

    it('is in the sealed store of what is held alone, and not there either once the hold has ended', async () => {
        const [hold] = await sql<{ id: number }>(
            'SELECT id FROM efi_gdpr_legal_hold WHERE "sealedKey" IS NOT NULL',
        );
        const open = async () =>
            JSON.stringify(
                await shop.adminClient.query(
                    parse(`mutation { openEfiHeldData(input: { holdId: "T_${hold?.id}", because: "the tax office" }) {
                        ... on EfiHeldData { parts { part rows } } ... on EfiPrivacyDeskError { reason } } }`),
                ),
            );
        const opened = await open();
        expect(mentions(opened)).toEqual(expect.arrayContaining(mentions(sought)));
        expect(mentions(sought).length).toBeGreaterThan(1);
        expect(opened).toContain('"part":"order"');
        await sql('UPDATE efi_gdpr_legal_hold SET until = now()');
        await sweep();
        expect(await open()).toContain('NO_SUCH_HOLD');
        expect(await sql('SELECT FROM efi_gdpr_held WHERE "holdId" = $1', [hold?.id])).toEqual([]);
        expect(await traces()).toEqual([]);
    });
}
