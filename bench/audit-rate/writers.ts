import {
    type CachedSession,
    Channel,
    ConfigService,
    LanguageCode,
    RequestContext,
    TransactionalConnection,
    User,
} from '@vendure/core';
import { TransactionWrapper } from '@vendure/core/dist/connection/transaction-wrapper';
import type { Request } from 'express';
import { performance } from 'node:perf_hooks';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { resolveOptions } from '../../plugins/audit/src/audit.options';
import { preparing } from '../../plugins/prepared-statements/src/preparing-client';
import { Statements } from '../../plugins/prepared-statements/src/statements';
import { type ActOfRows, SqlAuditTrail } from '../../plugins/audit/src/infrastructure/sql-audit-trail';

/** Transactions at a time, each on a connection of its own. */
const WRITERS = 4;
const THINGS = 20_000;

/** What the entries tell of. */
export const THINGS_TABLE = `
    CREATE TABLE bench_thing (id int PRIMARY KEY, price int NOT NULL) WITH (fillfactor = 70);
    INSERT INTO bench_thing SELECT n, 1000 FROM generate_series(1, ${THINGS}) n;
    GRANT SELECT, UPDATE ON bench_thing TO PUBLIC;`;

/** Things that one transaction changes, and how it tells of them. */
export interface Form {
    readonly name: string;
    /** Things that change. */
    readonly things: number;
    /** How their entries are written: not at all, each by itself, or those of a mutation together. */
    readonly told: 'not' | 'one by one' | 'together';
}

/** How long each transaction took, in milliseconds, and what its process had of the processors meanwhile. */
interface Written {
    readonly times: readonly number[];
    readonly seconds: number;
    readonly processorMs: number;
}

export interface Writers {
    write(form: Form, seconds: number): Promise<Written>;
    close(): Promise<void>;
}

/**
 * Transactions as the application's are: in each, things change and as many entries tell of them, masked, cut and
 * written as those of a mutation, by statements that are prepared.
 *
 * @param url - Of the application's role.
 */
export async function openWriters(url: string): Promise<Writers> {
    const statements = new Statements(250, message => process.stderr.write(`${message}\n`));
    const extra = { Client: preparing(Client, statements) };
    const dataSource = await new DataSource({ type: 'postgres', url, poolSize: WRITERS, extra }).initialize();
    const connection = new TransactionalConnection(dataSource, new TransactionWrapper(), new ConfigService());
    const trail = new SqlAuditTrail(resolveOptions({}), connection);
    const ctx = staff();
    const transaction = (form: Form, ids: readonly number[]) =>
        connection.withTransaction(ctx, async inner => {
            const { manager } = connection.getRepository(inner, User);
            await manager.query('UPDATE bench_thing SET price = price + 1 WHERE id = ANY ($1)', [ids]);
            if (form.told === 'together') {
                await trail.recordAll(inner, ids.map(changeOf));
            } else if (form.told === 'one by one') {
                for (const id of ids) {
                    await trail.record(inner, changeOf(id));
                }
            }
        });
    return {
        async write(form, seconds) {
            const times: number[] = [];
            const began = performance.now();
            const processor = process.cpuUsage();
            await Promise.all(
                Array.from({ length: WRITERS }, async (_, writer) => {
                    for (let turn = 0; performance.now() - began < seconds * 1000; turn++) {
                        const start = performance.now();
                        await transaction(form, idsOf(writer, turn, form.things));
                        times.push(performance.now() - start);
                    }
                }),
            );
            const { user, system } = process.cpuUsage(processor);
            return {
                times,
                seconds: (performance.now() - began) / 1000,
                processorMs: (user + system) / 1000,
            };
        },
        close: () => dataSource.destroy(),
    };
}

/** Each writer has things of its own: nobody waits for a row. */
function idsOf(writer: number, turn: number, count: number): number[] {
    const share = THINGS / WRITERS;
    return Array.from({ length: count }, (_, n) => writer * share + ((turn * count + n) % share) + 1);
}

/** As the change of a variant's price is told, by who has a name that must not be in it. */
function changeOf(id: number): ActOfRows {
    const state = (price: number) => ({
        productVariantPrices: { 1: { price, currencyCode: 'EUR' } },
        customFields: { emailAddress: 'somebody@bench.example' },
    });
    return {
        action: 'updateProductVariants',
        resource: { type: 'ProductVariant', id },
        before: state(1000),
        after: state(1234),
        detail: { args: { input: [{ id, price: 1234, note: 'Somebody asked' }] } },
    };
}

/** Somebody of the staff, whose request has an id, an address and a program. */
function staff(): RequestContext {
    const user: CachedSession['user'] = {
        ...{ id: 1, identifier: 'superadmin', verified: true },
        channelPermissions: [],
    };
    const headers = {
        'x-request-id': '5f0c1a52-6d0e-4c8e-9a0b-0a5a6f1f2a11',
        'user-agent': 'Mozilla/5.0 (bench)',
    };
    return new RequestContext({
        apiType: 'admin',
        channel: new Channel({ id: 1, code: 'default', defaultLanguageCode: LanguageCode.en }),
        session: { id: 1, token: 't', expires: new Date(0), cacheExpiry: 0, user },
        isAuthorized: true,
        authorizedAsOwnerOnly: false,
        req: { headers, ip: '203.0.113.7' } as unknown as Request,
    });
}
