import type { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';

/** Between two entries or batches of them, in milliseconds: a timer is no finer. */
const TICK = 10;

/** So many are linked at once. */
const BATCH = 5000;

const ENTRY = `
    INSERT INTO efi_audit.entry (class, user_id, actor_kind, request_id, channel_id, action, resource_type, resource_id,
                                 status, before, after, detail, address, client)
    SELECT 'transaction', '1', 'administrator', 'bench-' || n, '1', 'updateProductVariants', 'ProductVariant', n::text,
           'success', '{"productVariantPrices": {"1": {"price": 1000}}}', '{"productVariantPrices": {"1": {"price": 1234}}}',
           '{"args": {"input": [{"id": 1, "price": 1234}]}}', '203.0.113.7', 'bench'
      FROM generate_series(1, $1::int) n`;

/**
 * Writes entries at a steady rate and links what is there, as other servers and a worker do.
 *
 * @returns what ends it and both connections, and tells how many entries a second it wrote.
 */
export function steadyEntries(writer: Client, linker: Client, perSecond: number): () => Promise<number> {
    let isOn = true;
    let written = 0;
    const began = performance.now();
    const write = async () => {
        while (isOn && perSecond > 0) {
            const due = Math.floor(((performance.now() - began) / 1000) * perSecond) - written;
            if (due > 0) {
                await writer.query({ name: 'entries', text: ENTRY, values: [due] });
                written += due;
            }
            await sleep(TICK);
        }
    };
    const link = async () => {
        while (isOn) {
            const { rows } = await linker.query<{ linked: number }>(
                'SELECT efi_audit.link_pending($1) AS linked',
                [BATCH],
            );
            if ((rows[0]?.linked ?? 0) < BATCH) {
                await sleep(500);
            }
        }
    };
    const both = Promise.all([write(), link()]);
    return async () => {
        isOn = false;
        const seconds = (performance.now() - began) / 1000;
        await both;
        await Promise.all([writer.end(), linker.end()]);
        return written / seconds;
    };
}
