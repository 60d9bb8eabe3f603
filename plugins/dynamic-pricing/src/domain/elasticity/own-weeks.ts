import { independentColumns } from './cholesky';
import { ElasticityLimits, OwnWeeksUnfit } from './elasticity';
import { Gram, gramOf, priceColumn } from './gram';
import { SalesHistory, SalesWeek, weeksWithSales } from './sales-history';

/** Whether a product's own weeks can tell its elasticity; the reason where not. */
export function unfitnessOf(history: SalesHistory, limits: ElasticityLimits): OwnWeeksUnfit | undefined {
    const weeks = weeksWithSales(history);
    const controls = history.weeks[0]?.controls.length ?? 0;
    // A regression needs weeks to spare beside its columns, whatever the settings.
    if (weeks.length < Math.max(limits.minWeeks, controls + 6)) {
        return 'too-few-weeks';
    }
    if (weeks.length < limits.minShareOfWeeksSold * weeksBetween(weeks)) {
        return 'weeks-without-sales';
    }
    const gram = gramOf(
        weeks,
        Array.from({ length: controls }, (_, at) => at),
    );
    const variance = gram.products[priceColumn * gram.size + priceColumn]! / gram.weeks;
    if (Math.sqrt(variance) < limits.minPriceDeviation) {
        return 'too-little-price-variation';
    }
    return ownPriceVariance(gram) < limits.minOwnPriceVariance ? 'price-moves-with-controls' : undefined;
}

function weeksBetween(weeks: readonly SalesWeek[]): number {
    const numbers = weeks.map(({ week }) => week);
    return Math.max(...numbers) - Math.min(...numbers) + 1;
}

/** 1 − R² of the log price on the controls. */
function ownPriceVariance({ products, size }: Gram): number {
    const controls = Array.from({ length: size - 3 }, (_, at) => at + 2);
    return independentColumns(products, size, [0, ...controls, priceColumn]).leftOfLast;
}
