import path from 'node:path';
import { ItemContent } from '../src/domain/model';
import { Act, Data, dataOf } from './data';

export const onlineRetailFile = 'online-retail-2009-2010.parquet';

interface Line {
    readonly Invoice: string;
    readonly StockCode: string;
    readonly Description: string | null;
    readonly Quantity: bigint;
    readonly InvoiceDate: string;
    readonly Price: number;
    readonly 'Customer ID': number | null;
}

/**
 * The order lines of a shop for gifts. Left out: guests, cancellations, quantities and prices of 0 or less, and stock
 * codes that are no goods (postage, fees). An item that stands twice in an order is one act.
 */
export async function readOnlineRetail(folder: string): Promise<Data> {
    const { asyncBufferFromFile, parquetReadObjects } = await import('hyparquet');
    const file = await asyncBufferFromFile(path.join(folder, onlineRetailFile));
    const lines = (await parquetReadObjects({ file })) as unknown as Line[];
    const acts: Act[] = [];
    const content = new Map<string, ItemContent>();
    for (const line of lines.filter(isPurchase)) {
        acts.push({
            user: String(line['Customer ID']),
            item: line.StockCode,
            basket: line.Invoice,
            at: Date.parse(`${line.InvoiceDate.replace(' ', 'T')}Z`),
        });
        content.set(line.StockCode, { text: line.Description ?? '' });
    }
    return {
        name: 'Online Retail II',
        attribution:
            'Daqing Chen, Online Retail II, UCI Machine Learning Repository, CC BY 4.0 (https://archive.ics.uci.edu/dataset/502/online+retail+ii)',
        ...dataOf(acts, content),
        scopes: ['repeats-allowed', 'new-only'],
    };
}

function isPurchase(line: Line): boolean {
    return (
        line['Customer ID'] !== null &&
        !line.Invoice.startsWith('C') &&
        line.Quantity > 0n &&
        line.Price > 0 &&
        /^\d{5}/.test(line.StockCode)
    );
}
