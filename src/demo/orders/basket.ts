import { between, pick, type Random, seededRandom } from '../random';
import { type MarketCode, markets } from '../shop/markets';
import { seasonOf } from './calendar';
import type { HistoricLine, Sellable } from './order.types';
import { priceOn, type PricePeriod } from './price-timeline';

/** What goes into the same basket more often than chance, by the first two parts of the SKU, and how often. */
const companions: Readonly<Record<string, readonly (readonly [family: string, probability: number])[]>> = {
    'COR-SLT': [
        ['VEL-MOU', 0.3],
        ['VEL-CHG', 0.2],
        ['LUM-32', 0.08],
    ],
    'COR-FOL': [['VEL-CHG', 0.3]],
    'HAL-FJD': [
        ['VEL-CLK', 0.35],
        ['LUM-ARC', 0.2],
        ['HAL-MEM', 0.2],
    ],
    'LUM-32': [['VEL-CLK', 0.15]],
    'VEL-CLK': [['VEL-MOU', 0.25]],
    'HAL-VLT': [['VEL-NET', 0.2]],
    'KES-F2': [
        ['KES-L50', 0.3],
        ['ALD-TRI', 0.15],
    ],
    'KES-VSP': [
        ['KES-L50', 0.35],
        ['ALD-TRI', 0.25],
        ['HAL-VLT', 0.1],
    ],
    'KES-DUO': [['ALD-TRI', 0.25]],
    'TAV-PKT': [['ALD-TRI', 0.15]],
    'OAK-DSK': [
        ['NOR-WRP', 0.12],
        ['PLT-ALO', 0.2],
    ],
    'OAK-BED': [['PLT-CAC', 0.2]],
    'NOR-BTN': [
        ['LUM-DOM', 0.12],
        ['PLT-FRN', 0.12],
    ],
    'PLT-FRN': [['OAK-SCP', 0.25]],
    'PLT-TUL': [['OAK-SCP', 0.2]],
    'PLT-BON': [['OAK-SCP', 0.15]],
    'PLT-CAC': [['PLT-ALO', 0.3]],
    'PLT-SUC': [['PLT-CAC', 0.15]],
    'PAC-BOX': [['PAC-SKP', 0.45]],
    'PAC-BSK': [['FEN-HIC', 0.15]],
    'PAC-REE': [['PAC-SKP', 0.08]],
    'ALD-TNT': [['PAC-FTB', 0.08]],
};

/** Chairs come in sets. */
const setSizes: Readonly<Record<string, readonly number[]>> = {
    'FEN-CAN': [2, 4, 4, 6],
    'OAK-BIS': [1, 2, 2, 4],
};

/** A variant and what it cost over time. */
export interface PricedSellable extends Sellable {
    readonly timeline: readonly PricePeriod[];
}

interface Family {
    readonly name: string;
    readonly category: string;
    /** How well it sells in an average month. */
    readonly popularity: number;
    readonly variants: readonly PricedSellable[];
}

/** Variants that are one product share the first two parts of their SKU. */
export function familyOf(sku: string): string {
    return sku.split('-').slice(0, 2).join('-');
}

/** Groups what can be bought by product. A cheap thing sells more often than a dear one, and taste does the rest. */
export function familiesOf(sellables: readonly PricedSellable[]): Family[] {
    const names = [...new Set(sellables.map(({ sku }) => familyOf(sku)))];
    return names.map(name => {
        const variants = sellables.filter(({ sku }) => familyOf(sku) === name);
        const price = variants[0]?.prices.de ?? 0;
        const taste = 0.4 + 1.2 * seededRandom(`taste ${name}`)();
        return {
            name,
            category: variants[0]?.category ?? '',
            popularity: (taste * 40) / (40 + Math.sqrt(price)),
            variants,
        };
    });
}

/** What somebody buys on a day: one thing that they came for, what goes with it, and sometimes something else. */
export function fillBasket(
    random: Random,
    families: readonly Family[],
    market: MarketCode,
    date: Date,
): HistoricLine[] {
    const draw = () =>
        pick(random, families, ({ category, popularity }) => popularity * seasonOf(category, date));
    const wanted = draw();
    const chosen = new Map([[wanted.name, wanted]]);
    for (const [name, probability] of companions[wanted.name] ?? []) {
        const companion = families.find(family => family.name === name);
        if (companion && random() < probability) {
            chosen.set(name, companion);
        }
    }
    while (random() < 0.18) {
        const other = draw();
        chosen.set(other.name, other);
    }
    return [...chosen.values()].map(family => toLine(random, family, market, date));
}

function toLine(random: Random, family: Family, market: MarketCode, date: Date): HistoricLine {
    const variant = pick(random, family.variants);
    const listPrice = priceOn(variant.timeline, market, date);
    const rates = markets.find(({ code }) => code === market)?.taxRates;
    return {
        sku: variant.sku,
        quantity: quantityOf(random, family, listPrice),
        listPrice,
        taxRate: rates?.[variant.taxClass] ?? 0,
    };
}

function quantityOf(random: Random, family: Family, price: number): number {
    const sizes = setSizes[family.name];
    if (sizes) {
        return pick(random, sizes);
    }
    return price < 3_000 && random() < 0.25 ? between(random, 2, 3) : 1;
}
