import { Client } from 'pg';
import { inParallel } from '../../e2e/support/in-parallel';
import { type OwnPostgres, startOwnPostgres } from '../../e2e/support/own-postgres';
import { RunningShop } from '../../e2e/support/running-shop';
import { type RunningSandbox, startSandbox } from '../../e2e/support/sandbox-process';
import { addGoods, type Contender, twoOf } from '../checkout-cost/contenders';
import { guestCheckout } from '../checkout-cost/guest-checkout';
import { processorTimeMs } from '../measuring/processor-time';
import { STATEMENT_STATISTICS } from '../measuring/statement-statistics';
import { steadyEntries } from './steady-entries';

/** A contender, and what goes on beside its checkouts. */
interface AuditContender extends Contender {
    /** Begins it. @returns what ends it, and tells how many entries a second were written meanwhile. */
    beside(): Promise<() => Promise<number>>;
}

export interface AuditField {
    readonly contenders: readonly AuditContender[];
    close(): Promise<void>;
}

/** Of the contender whose guests check out beside so many entries a second. */
export function besideName(perSecond: number): string {
    return `beside ${perSecond.toLocaleString('en')}`;
}

/**
 * The platform with the audit trail and without it, each shop with one server and a database of its own.
 *
 * @param besides - Entries a second that others write while guests check out; a contender for each.
 */
export async function openAuditField(besides: readonly number[]): Promise<AuditField> {
    const postgres: OwnPostgres = await startOwnPostgres(STATEMENT_STATISTICS);
    const sandbox: RunningSandbox = await startSandbox();
    const shops: RunningShop[] = [];
    const open = async (name: string, env: Readonly<Record<string, string>>) => {
        const shop = await RunningShop.open({
            ...{ name, sandbox, postgresUrl: postgres.url, servers: 1, workers: 0 },
            // By the server that can be composed otherwise; both are, so that nothing else differs.
            ...{ sellers: true, env: { WITHOUT_SCREENING: '1', ...env } },
        });
        shops.push(shop);
        await shop.database.query('CREATE EXTENSION pg_stat_statements');
        return { shop, variantIds: await addGoods(shop) };
    };
    const without = await open('unaudited', { WITHOUT_AUDIT: '1' });
    const audited = await open('audited', {});
    const contender = (
        name: string,
        description: string,
        { shop, variantIds }: typeof without,
        beside: AuditContender['beside'],
    ): AuditContender => ({
        ...{ name, description, beside, database: shop.database },
        processorTimeMs: () => processorTimeMs(shop.servers[0]?.pid() ?? 0),
        checkOut: () => guestCheckout(`${shop.servers[0]?.address}/shop-api`, twoOf(variantIds), 'sandbox'),
    });
    const writing = (perSecond: number) => async () =>
        steadyEntries(
            await connect(audited.shop.databaseUrl),
            await connect(audited.shop.databaseUrl),
            perSecond,
        );
    return {
        contenders: [
            contender('without', 'this platform without the audit trail', without, () =>
                Promise.resolve(() => Promise.resolve(0)),
            ),
            contender(
                'with',
                'this platform with it; each entry is linked within a second, as by a worker',
                audited,
                writing(0),
            ),
            ...besides.map(perSecond =>
                contender(
                    besideName(perSecond),
                    `the same, while others write ${perSecond.toLocaleString('en')} entries a second beside it`,
                    audited,
                    writing(perSecond),
                ),
            ),
        ],
        async close() {
            await inParallel(shops, shops.length, shop => shop.close());
            await sandbox.stop();
            await postgres.destroy();
        },
    };
}

async function connect(connectionString: string): Promise<Client> {
    const client = new Client({ connectionString, application_name: 'audit-bench' });
    await client.connect();
    return client;
}
