import { SalesWeek } from './sales-history';

/**
 * All that a regression needs to know of one history: the products of its columns, summed over its weeks.
 *
 * Columns: 1, the logarithm of the price around the history's own mean, the controls, the logarithm of the units.
 * Centring each price on its own product's mean leaves price *changes* to explain units: that a dear product sells less
 * than a cheap one says nothing on what happens when its price moves (Mundlak, Econometrica 46, 1978).
 */
export interface Gram {
    readonly weeks: number;
    readonly meanLogPrice: number;
    /** Symmetric, `size` × `size`, row by row. */
    readonly products: Float64Array;
    readonly size: number;
}

export const priceColumn = 1;

/** Variance that every logarithm of a count has at least, so that sales that never move are a fit, not a failure. */
const rounding = 1e-10;

export function gramOf(weeks: readonly SalesWeek[], controls: readonly number[]): Gram {
    const meanLogPrice = weeks.reduce((sum, { price }) => sum + Math.log(price), 0) / weeks.length;
    const size = controls.length + 3;
    const products = new Float64Array(size * size);
    for (const week of weeks) {
        const row = [
            1,
            Math.log(week.price) - meanLogPrice,
            ...controls.map(c => week.controls[c]!),
            Math.log(week.units),
        ];
        for (let i = 0; i < size; i++) {
            for (let j = 0; j < size; j++) {
                products[i * size + j]! += row[i]! * row[j]!;
            }
        }
    }
    products[size * size - 1]! += rounding * weeks.length;
    return { weeks: weeks.length, meanLogPrice, products, size };
}

/** The sum of grams of the same columns. */
export function sumOf(grams: readonly Gram[]): Float64Array {
    const sum = new Float64Array(grams[0]!.products.length);
    for (const { products } of grams) {
        products.forEach((product, at) => (sum[at]! += product));
    }
    return sum;
}
