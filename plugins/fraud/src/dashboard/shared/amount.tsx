import { useLocalFormat } from '@vendure/dashboard';

/**
 * Writes an amount as people of the reader's language do, with as many decimals as its currency has: the Dashboard's
 * own way shows two for every currency, which makes ¥10,000 look like a hundred times as much.
 */
export function useAmountFormat(): (minorUnits: number, currency: string) => string {
    const { formatCurrency } = useLocalFormat();
    return (minorUnits, currency) => formatCurrency(minorUnits, currency, decimalsOf(currency));
}

export function AmountText({ of: { amount, currency } }: { of: { amount: number; currency: string } }) {
    return <span className="whitespace-nowrap tabular-nums">{useAmountFormat()(amount, currency)}</span>;
}

/** Decimals that a currency is written with: 0 for JPY, 2 for EUR, 3 for KWD. */
function decimalsOf(currency: string): number {
    return (
        new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
            .maximumFractionDigits ?? 2
    );
}

/** How many minor units a major one has: 1 for JPY, 100 for EUR. The server keeps amounts so. */
export function useMinorUnit(): number {
    return 1 / useLocalFormat().toMajorUnits(1);
}
