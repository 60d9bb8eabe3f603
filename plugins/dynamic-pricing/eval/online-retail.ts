import path from 'node:path';
import { SalesHistory } from '../src/domain/elasticity/sales-history';

export const onlineRetailFile = 'online-retail-2009-2010.parquet';

interface Line {
    readonly Invoice: string;
    readonly StockCode: string;
    readonly Quantity: bigint;
    readonly InvoiceDate: string;
    readonly Price: number;
}

interface Sold {
    readonly prices: number[];
    units: number;
}

const msPerWeek = 7 * 24 * 60 * 60 * 1000;

/**
 * Weeks of a shop for gifts. A week's price is the median over its order lines: the mean would fall whenever somebody
 * bought many at a quantity's discount, and units would seem to answer to it. Weeks without a sale, between a product's
 * first and last, count as 0. Nothing tells promotions apart. Left out: cancellations, quantities and prices of 0 or
 * less, and stock codes that are no goods.
 */
export async function readOnlineRetail(folder: string): Promise<readonly SalesHistory[]> {
    const { asyncBufferFromFile, parquetReadObjects } = await import('hyparquet');
    const file = await asyncBufferFromFile(path.join(folder, onlineRetailFile));
    const lines = ((await parquetReadObjects({ file })) as unknown as Line[]).filter(isSale);
    const weekOf = (line: Line) =>
        Math.floor(Date.parse(`${line.InvoiceDate.replace(' ', 'T')}Z`) / msPerWeek);
    const items = new Map<string, Map<number, Sold>>();
    for (const line of lines) {
        const weeks = items.get(line.StockCode) ?? new Map<number, Sold>();
        items.set(line.StockCode, weeks);
        const sold = weeks.get(weekOf(line)) ?? { prices: [], units: 0 };
        weeks.set(weekOf(line), sold);
        sold.prices.push(line.Price);
        sold.units += Number(line.Quantity);
    }
    return [...items].map(([id, weeks]) => historyOf(id, weeks));
}

function historyOf(id: string, weeks: ReadonlyMap<number, Sold>): SalesHistory {
    const first = Math.min(...weeks.keys());
    const between = Array.from({ length: Math.max(...weeks.keys()) - first + 1 }, (_, at) => first + at);
    let price = NaN;
    return {
        id,
        weeks: between.map(week => {
            const sold = weeks.get(week);
            price = sold ? median(sold.prices) : price;
            return { week, price, units: sold?.units ?? 0, controls: [] };
        }),
    };
}

function isSale(line: Line): boolean {
    const sold = !line.Invoice.startsWith('C') && line.Quantity > 0n && line.Price > 0;
    return sold && /^\d{5}/.test(line.StockCode);
}

function median(values: readonly number[]): number {
    const sorted = values.toSorted((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
