import type { Client } from 'pg';
import { inParallel } from '../../e2e/support/in-parallel';
import { type OwnPostgres, startOwnPostgres } from '../../e2e/support/own-postgres';
import { RunningShop, type ShopOptions } from '../../e2e/support/running-shop';
import { type RunningSandbox, startSandbox } from '../../e2e/support/sandbox-process';
import { checkoutAtOnce, type CheckoutTiming, guestCheckout } from './guest-checkout';
import { processorTimeMs } from '../measuring/processor-time';
import { STATEMENT_STATISTICS } from '../measuring/statement-statistics';

const PRODUCTS = 20;

/** One way to take a guest's order. */
export interface Contender {
    readonly name: string;
    readonly description: string;
    readonly database: Client;
    /** What its server has had of the processors so far, in milliseconds. */
    processorTimeMs(): Promise<number>;
    checkOut(): Promise<CheckoutTiming>;
}

/** All contenders, on one PostgreSQL and one sandbox provider, each shop with one server and no worker. */
export interface Field {
    readonly contenders: readonly Contender[];
    close(): Promise<void>;
}

export async function openField(): Promise<Field> {
    const postgres: OwnPostgres = await startOwnPostgres(STATEMENT_STATISTICS);
    const sandbox: RunningSandbox = await startSandbox();
    const shops: RunningShop[] = [];
    const open = async (name: string, options: Partial<ShopOptions>) => {
        const shop = await RunningShop.open({
            name,
            sandbox,
            postgresUrl: postgres.url,
            servers: 1,
            workers: 0,
            ...options,
        });
        shops.push(shop);
        await shop.database.query('CREATE EXTENSION pg_stat_statements');
        return { shop, variantIds: await addGoods(shop) };
    };
    const stock = await open('stock', { stock: true });
    await stock.shop.merchant.addPaymentMethod('plain-sandbox', 'plain-sandbox');
    // Nothing screens what the plain handler charges: it would be no part of the comparison.
    const ours = { sellers: true, env: { WITHOUT_SCREENING: '1' } };
    const withGuards = await open('guarded', ours);
    const unprepared = await open('unprepared', {
        ...ours,
        env: { ...ours.env, DATABASE_PREPARED_STATEMENTS: '0' },
    });
    const contender = (
        name: string,
        description: string,
        { shop, variantIds }: typeof stock,
        method: string,
        checkOut = guestCheckout,
    ): Contender => ({
        name,
        description,
        database: shop.database,
        processorTimeMs: () => processorTimeMs(shop.servers[0]?.pid() ?? 0),
        checkOut: () => checkOut(`${shop.servers[0]?.address}/shop-api`, twoOf(variantIds), method),
    });
    return {
        contenders: [
            contender(
                'dummy',
                'Vendure as its installer leaves it, nothing is charged (dummy handler)',
                stock,
                'dummy',
            ),
            contender(
                'plain',
                "the same, a handler charges the sandbox provider inside the order's transaction",
                stock,
                'plain-sandbox',
            ),
            contender('guarded', 'this platform, on the same sandbox provider', withGuards, 'sandbox'),
            contender(
                'unprepared',
                'this platform, with PostgreSQL planning each statement each time',
                unprepared,
                'sandbox',
            ),
            contender(
                'at once',
                'this platform, all in one request (arrangeEfiOrder)',
                withGuards,
                'sandbox',
                (shopApi, variantIds, method) => checkoutAtOnce(shopApi, variantIds, method, '1'),
            ),
        ],
        async close() {
            await inParallel(shops, shops.length, shop => shop.close());
            await sandbox.stop();
            await postgres.destroy();
        },
    };
}

/** Two that lie side by side: orders that share a product touch its stock in the same order. */
export function twoOf(variantIds: readonly string[]): string[] {
    const first = Math.floor(Math.random() * (variantIds.length - 1));
    return variantIds.slice(first, first + 2);
}

/** Enough products that shoppers seldom want the same one, and more of each at three places than any run sells. */
export async function addGoods({ merchant, locations }: RunningShop): Promise<string[]> {
    const stock = Object.fromEntries(locations.map(id => [id, 1_000_000]));
    const variantIds: string[] = [];
    for (let n = 1; n <= PRODUCTS; n++) {
        variantIds.push(await merchant.addVariant({ sku: `article-${n}`, stock }));
    }
    return variantIds;
}
