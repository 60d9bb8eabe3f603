import type { PricePeriod } from '../orders/price-timeline';
import { type MarketCode, markets } from '../shop/markets';
import type { CatalogueContext, WrittenVariant } from './catalogue.types';
import type { Row, RowWriter } from './row-writer';

/**
 * Writes what each price was before, in the table of the price history plugin. Its trigger looks when the
 * transaction commits, finds today's prices there already and adds nothing.
 */
export async function writePriceHistory(
    writer: RowWriter,
    { shop }: Pick<CatalogueContext, 'shop'>,
    variants: readonly WrittenVariant[],
    timelines: ReadonlyMap<string, readonly PricePeriod[]>,
): Promise<void> {
    const rows = variants.flatMap(({ id, sku }) => {
        const timeline = timelines.get(sku) ?? [];
        return [
            ...periods(id, shop.defaultChannel, 'us', timeline),
            ...markets.flatMap(({ code }) => periods(id, shop.channels[code], code, timeline)),
        ];
    });
    await writer.insert('efi_price_history', rows);
}

function periods(
    variantId: number,
    channelId: number,
    market: MarketCode,
    timeline: readonly PricePeriod[],
): Row[] {
    const currencyCode = markets.find(({ code }) => code === market)?.currency ?? '';
    return timeline.map(({ from, prices }, index) => ({
        variantId,
        channelId,
        currencyCode,
        price: prices[market],
        // These two columns have a time zone, other than Vendure's.
        validFrom: from.toISOString(),
        validTo: timeline[index + 1]?.from.toISOString() ?? null,
    }));
}
