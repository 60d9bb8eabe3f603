import { type RequestContext, TransactionalConnection, type VendureWorker } from '@vendure/core';
import type { Env } from '../env';
import { products } from './catalogue/products';
import { demoAccounts } from './demo-accounts';
import { adminContext, startDemoApplication } from './demo-application';
import { demoStateKey, type DemoPhase } from './demo-state';
import type { ReportProgress } from './progress';
import { generateHistory } from './orders/generate-history';
import { rebuildSearchIndex } from './rebuild-search-index';
import { writeAssets } from './writing/write-assets';
import { writeCatalogue } from './writing/write-catalogue';
import { writeCollections } from './writing/write-collections';
import { writeCustomers } from './writing/write-customers';
import { writeFacets } from './writing/write-facets';
import { writeMarkets } from './writing/write-markets';
import { writeOrders } from './writing/write-orders';
import { writePriceHistory } from './writing/write-price-history';
import { writePromotions } from './writing/write-promotions';
import { RowWriter } from './writing/row-writer';

const steps = 6;

const history = { seed: 'efi', days: 548, ordersPerDay: 5.5 };

/**
 * Writes the whole demo shop in one transaction, then has it indexed.
 *
 * @param phase - `none` to do both, `written` to do only what follows the transaction.
 */
export async function populateDemo(env: Env, phase: DemoPhase, report: ReportProgress): Promise<void> {
    report('Starting', 0, steps);
    const worker = await startDemoApplication(env);
    if (phase === 'none') {
        await worker.app
            .get(TransactionalConnection)
            .withTransaction(await adminContext(worker), ctx => writeShop(worker, ctx, report));
    }
    report('Building the search index', steps - 1, steps);
    // A new context: the default channel has learnt its languages in the meantime.
    await rebuildSearchIndex(worker, await adminContext(worker));
    report('Demo shop ready', steps, steps);
    await worker.app.close();
}

async function writeShop(worker: VendureWorker, ctx: RequestContext, report: ReportProgress): Promise<void> {
    const manager = worker.app.get(TransactionalConnection).getRepository(ctx, 'Channel').manager;
    const writer = new RowWriter(manager);
    report('Markets, taxes and delivery', 1, steps);
    const shop = await writeMarkets(worker.app, ctx);
    report('Catalogue', 2, steps);
    const assets = await writeAssets(worker.app, ctx, writer, shop);
    const facetValues = await writeFacets(writer, shop);
    const context = { shop, assets, facetValues };
    const variants = await writeCatalogue(writer, context, products);
    await writeCollections(writer, context, variants);
    await writePromotions(worker.app, ctx, writer, context);
    report('Eighteen months of orders', 3, steps);
    const { shoppers, orders, priceTimelines } = generateHistory({
        ...history,
        now: new Date(),
        sellables: variants,
        regulars: demoAccounts,
    });
    const customers = await writeCustomers(worker.app, writer, shop, shoppers);
    await writeOrders(
        writer,
        { shop, customers, variants: new Map(variants.map(variant => [variant.sku, variant])) },
        orders,
    );
    await writePriceHistory(writer, context, variants, priceTimelines);
    report('Saving', 4, steps);
    await writer.insert('settings_store_entry', [{ key: demoStateKey, value: 'written' }]);
}
