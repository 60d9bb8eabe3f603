import path from 'node:path';
import { SalesHistory, SalesWeek } from '../src/domain/elasticity/sales-history';
import { readFrame } from './r-data';

export const orangeJuiceFile = 'orangeJuice.rda';

/** Weeks of one brand in one shop; the controls are deal and feature. */
export interface StoreBrand extends SalesHistory {
    readonly brand: string;
    readonly store: string;
}

/** 11 brands of orange juice in 83 shops. */
export function readOrangeJuice(folder: string): readonly StoreBrand[] {
    const columns = readFrame(path.join(folder, orangeJuiceFile), 'orangeJuice', 'yx');
    const column = (name: string) => columns.get(name)!;
    const [brand, store] = [column('brand'), column('store')];
    const histories = new Map<string, StoreBrand & { weeks: SalesWeek[] }>();
    brand.forEach((name, row) => {
        const id = `${name} in ${store[row]}`;
        const none = { id, brand: String(name), store: String(store[row]), weeks: [] };
        const history = histories.get(id) ?? none;
        histories.set(id, history);
        history.weeks.push({
            week: column('week')[row]!,
            price: column(`price${name}`)[row]!,
            units: Math.exp(column('logmove')[row]!),
            controls: [column('deal')[row]!, column('feat')[row]!],
        });
    });
    return [...histories.values()];
}
