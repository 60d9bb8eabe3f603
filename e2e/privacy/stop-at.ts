import { setTimeout as sleep } from 'node:timers/promises';
import { connectTo } from '../support/own-postgres';

/** After all parts: keys are destroyed on the disk and not forgotten yet; the end is logged and not committed yet. */
const END = ['efi_gdpr_spent_key', 'efi_gdpr_erasure'] as const;

/** CI is short of time: a table in the middle, and the end. */
const FEW = ['history_entry of orders', 'efi_gdpr_erasure'] as const;

/**
 * Where a worker is killed, in the order in which an erasure comes there: in some places, or with `ERASURE_KILLS=all`
 * in every one.
 *
 * @param parts - Of the erasure, in their order.
 */
export function killPoints(parts: readonly string[]): readonly string[] {
    return process.env.ERASURE_KILLS === 'all' ? ['mailbox', 'redis', ...parts, ...END] : FEW;
}

/** Written by who hurries an erasure, too: held as what is no table, or they would wait for one another. */
const OWN = 'efi_gdpr_request';

/** Whether an erasure came to a place where it is held. */
export interface Stop {
    /** @returns false when it has passed the place without touching it: some parts erase nothing. */
    reached(): Promise<boolean>;
    release(): Promise<void>;
}

/** Holds an erasure in the middle of the transaction of a part, or before it when that is no table. */
export async function stopAt(url: string, requestId: string, point: string): Promise<Stop> {
    const holder = await connectTo(url);
    const watcher = await connectTo(url);
    const [table = ''] = point.split(' ');
    const name = table
        .split('.')
        .map(each => `"${each}"`)
        .join('.');
    const { rows } = await watcher.query<{ it: unknown }>('SELECT to_regclass($1) AS it', [name]);
    const isTable = Boolean(rows[0]?.it) && table !== OWN;
    await holder.query('BEGIN');
    await (isTable
        ? holder.query(`LOCK TABLE ${name} IN SHARE ROW EXCLUSIVE MODE`)
        : holder.query(
              'INSERT INTO efi_gdpr_part ("requestId", part) VALUES ($1, $2) ON CONFLICT DO NOTHING',
              [requestId, point],
          ));
    const blocked = isTable ? `relation = '${name}'::regclass` : `locktype = 'transactionid'`;
    return {
        async reached() {
            for (;;) {
                const waiting = await watcher.query(
                    `SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)
                      WHERE NOT l.granted AND ${blocked} AND a.query NOT LIKE 'LOCK%'
                        AND a.query ~* '^\\s*(UPDATE|DELETE|INSERT|SELECT efi_audit.forget)'`,
                );
                if (waiting.rowCount) {
                    return true;
                }
                const done = await watcher.query(
                    `SELECT FROM efi_gdpr_part WHERE "requestId" = $1 AND part = $2 AND state = 'DONE'`,
                    [requestId, point],
                );
                if (done.rowCount) {
                    return false;
                }
                await sleep(20);
            }
        },
        async release() {
            await holder.query('ROLLBACK');
            await holder.end();
            await watcher.end();
        },
    };
}
