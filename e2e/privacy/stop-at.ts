import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { connectTo } from '../support/own-postgres';

/** After all parts: keys are destroyed on the disk and not forgotten yet; the end is certified and not committed yet. */
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

/** A place where an erasure is held. */
export interface Place {
    readonly point: string;
    /** To be called before the erasure may come near. */
    close(): Promise<void>;
    /** @returns false when it has passed the place without touching it: some parts erase nothing. */
    reached(): Promise<boolean>;
    release(): Promise<void>;
}

/**
 * Where an erasure is held: in the middle of the transaction of a part or of its end, or before a part that is no table.
 * Each part has a gate before it, and all are closed from the beginning: however fast a part is passed, the erasure
 * comes no further than to the next.
 */
export function placesOf(
    url: string,
    requestId: string,
    points: readonly string[],
): Promise<readonly Place[]> {
    const isEnd = (point: string) => END.some(table => table === point);
    return Promise.all(
        points.map(async point =>
            isEnd(point) ? endAt(url, requestId, point) : partAt(url, requestId, point),
        ),
    );
}

function endAt(url: string, requestId: string, point: string): Place {
    let middle: Stop | undefined;
    return {
        point,
        async close() {
            middle = await stopIn(url, requestId, point);
        },
        reached: async () => (await middle?.reached()) ?? true,
        release: async () => middle?.release(),
    };
}

async function partAt(url: string, requestId: string, point: string): Promise<Place> {
    const gate = await stop(
        url,
        holder =>
            holder.query('INSERT INTO efi_gdpr_part ("requestId", part) VALUES ($1, $2)', [requestId, point]),
        () => false,
    );
    let held = gate;
    return {
        point,
        close: () => Promise.resolve(),
        async reached() {
            await gate.reached();
            const middle = await stopIn(url, requestId, point);
            if (!middle) {
                return true;
            }
            held = middle;
            await gate.release();
            return middle.reached();
        },
        release: () => held.release(),
    };
}

interface Stop {
    reached(): Promise<boolean>;
    release(): Promise<void>;
}

/** @returns nothing where that is no table. */
async function stopIn(url: string, requestId: string, point: string): Promise<Stop | undefined> {
    const [table = ''] = point.split(' ');
    const name = table
        .split('.')
        .map(each => `"${each}"`)
        .join('.');
    const isTable = await asks(url, 'SELECT WHERE to_regclass($1) IS NOT NULL', [name]);
    return isTable
        ? stop(
              url,
              holder => holder.query(`LOCK TABLE ${name} IN SHARE ROW EXCLUSIVE MODE`),
              watcher =>
                  found(
                      watcher,
                      `SELECT FROM efi_gdpr_part WHERE "requestId" = $1 AND part = $2 AND state = 'DONE'`,
                      [requestId, point],
                  ),
          )
        : undefined;
}

async function stop(
    url: string,
    hold: (holder: Client) => Promise<unknown>,
    hasPassed: (watcher: Client) => Promise<boolean> | boolean,
): Promise<Stop> {
    const holder = await connectTo(url);
    await holder.query('BEGIN');
    await hold(holder);
    const { rows } = await holder.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return {
        async reached() {
            const watcher = await connectTo(url);
            try {
                for (;;) {
                    if (await found(watcher, WAITING, [rows[0]?.pid])) {
                        return true;
                    }
                    if (await hasPassed(watcher)) {
                        return false;
                    }
                    await sleep(20);
                }
            } finally {
                await watcher.end();
            }
        },
        async release() {
            await holder.query('ROLLBACK');
            await holder.end();
        },
    };
}

/** Whoever wants to write there. Other locks wait, too. */
const WAITING = `SELECT FROM pg_stat_activity WHERE $1::int = ANY (pg_blocking_pids(pid))
    AND query ~* '^\\s*(UPDATE|DELETE|INSERT|SELECT efi_audit.forget)'`;

async function asks(url: string, statement: string, parameters: unknown[]): Promise<boolean> {
    const client = await connectTo(url);
    try {
        return await found(client, statement, parameters);
    } finally {
        await client.end();
    }
}

async function found(client: Client, statement: string, parameters: unknown[]): Promise<boolean> {
    return ((await client.query(statement, parameters)).rowCount ?? 0) > 0;
}
