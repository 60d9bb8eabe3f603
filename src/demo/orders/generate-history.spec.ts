import { beforeAll, describe, expect, it } from 'vitest';
import { products } from '../catalogue/products';
import { familyOf } from './basket';
import { priceOn } from './price-timeline';
import { generateHistory, type History, type HistoryOptions } from './generate-history';

const options: HistoryOptions = {
    seed: 'spec',
    now: new Date('2026-06-15T12:00:00Z'),
    days: 548,
    ordersPerDay: 5.5,
    sellables: products.flatMap(({ category, taxClass, variants }) =>
        variants.map(({ sku, prices }) => ({ sku, category, taxClass, prices })),
    ),
    regulars: [{ email: 'lena@example.com', firstName: 'Lena', lastName: 'Hoffmann', market: 'de' }],
};
const categoryOf = new Map(options.sellables.map(({ sku, category }) => [sku, category]));

describe('the order history', () => {
    let history: History;
    beforeAll(() => {
        history = generateHistory(options);
    });

    it('is the same for the same seed and another for another', () => {
        expect(generateHistory(options)).toEqual(history);
        expect(generateHistory({ ...options, seed: 'other' })).not.toEqual(history);
    });

    it('has between three and five thousand orders, none in the future, each with a code of its own', () => {
        expect(history.orders.length).toBeGreaterThan(3_000);
        expect(history.orders.length).toBeLessThan(5_000);
        expect(history.orders.every(({ placedAt }) => placedAt < options.now)).toBe(true);
        expect(new Set(history.orders.map(({ code }) => code)).size).toBe(history.orders.length);
    });

    it('sells plants in spring and computers before Christmas', () => {
        expect(linesIn('plants', [3, 4])).toBeGreaterThan(1.5 * linesIn('plants', [10, 11]));
        expect(linesIn('computers', [10, 11])).toBeGreaterThan(1.5 * linesIn('computers', [3, 4]));
    });

    it('is busier on Sundays than on Fridays', () => {
        expect(ordersOnWeekday(0)).toBeGreaterThan(1.2 * ordersOnWeekday(5));
    });

    it('grows from one spring to the next', () => {
        const between = (from: string, to: string) =>
            history.orders.filter(({ placedAt }) => placedAt >= new Date(from) && placedAt < new Date(to))
                .length;
        expect(between('2026-02-01', '2026-06-01')).toBeGreaterThan(
            1.2 * between('2025-02-01', '2025-06-01'),
        );
    });

    it('has gloves and ropes in one basket more often than chance', () => {
        expect(lift('PAC-BOX', 'PAC-SKP')).toBeGreaterThan(2);
        expect(lift('COR-SLT', 'VEL-MOU')).toBeGreaterThan(2);
    });

    it('charges what a thing cost at the time', () => {
        for (const { market, placedAt, lines } of history.orders) {
            for (const { sku, listPrice } of lines) {
                expect(listPrice).toBe(priceOn(history.priceTimelines.get(sku) ?? [], market, placedAt));
            }
        }
    });

    it('has repeat buyers, and the regulars among them', () => {
        const orders = new Map<string, number>();
        for (const { shopper } of history.orders) {
            orders.set(shopper.email, (orders.get(shopper.email) ?? 0) + 1);
        }
        const repeating = [...orders.values()].filter(count => count > 1).length;
        expect(repeating / orders.size).toBeGreaterThan(0.15);
        expect(orders.get('lena@example.com')).toBeGreaterThan(1);
        expect(new Set(history.shoppers.map(({ email }) => email)).size).toBe(history.shoppers.length);
    });

    it('has orders in every state, and each one in the right sequence', () => {
        const fates = history.orders.map(({ fate }) => fate);
        expect(fates.some(fate => fate.cancelledAt)).toBe(true);
        expect(fates.some(fate => fate.refundedAt)).toBe(true);
        expect(fates.some(fate => !fate.shippedAt && !fate.cancelledAt)).toBe(true);
        for (const { paidAt, shippedAt, deliveredAt, refundedAt, cancelledAt } of fates) {
            const times = [paidAt, cancelledAt, shippedAt, deliveredAt, refundedAt].filter(time => time);
            expect([...times].sort((a, b) => Number(a) - Number(b))).toEqual(times);
            expect(cancelledAt && shippedAt).toBeUndefined();
        }
    });

    function linesIn(category: string, months: readonly number[]): number {
        return history.orders
            .filter(
                ({ placedAt }) =>
                    placedAt.getUTCFullYear() === 2025 && months.includes(placedAt.getUTCMonth()),
            )
            .flatMap(({ lines }) => lines)
            .filter(({ sku }) => categoryOf.get(sku) === category).length;
    }

    function ordersOnWeekday(day: number): number {
        return history.orders.filter(({ placedAt }) => placedAt.getUTCDay() === day).length;
    }

    /** P(a and b) / (P(a) P(b)); 1 means that they have nothing to do with each other. */
    function lift(a: string, b: string): number {
        const baskets = history.orders.map(({ lines }) => new Set(lines.map(({ sku }) => familyOf(sku))));
        const share = (...families: string[]) =>
            baskets.filter(basket => families.every(family => basket.has(family))).length / baskets.length;
        return share(a, b) / (share(a) * share(b));
    }
});
