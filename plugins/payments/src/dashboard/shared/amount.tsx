import { useLocalFormat } from '@vendure/dashboard';
import type { Amount } from './payment.types';

/**
 * Writes an amount as people of the reader's language do, with as many decimals as its currency has: the Dashboard's
 * own way shows two for every currency, which makes ¥10,000 look like a hundred times as much.
 */
export function useAmountFormat(): (amount: Amount) => string {
    const { formatCurrency } = useLocalFormat();
    return ({ value, currencyCode }) => formatCurrency(value, currencyCode, decimalsOf(currencyCode));
}

export function AmountText({ amount }: { amount: Amount }) {
    return <span className="whitespace-nowrap tabular-nums">{useAmountFormat()(amount)}</span>;
}

/** Decimals that a currency is written with: 0 for JPY, 2 for EUR, 3 for KWD. */
export function decimalsOf(currency: string): number {
    return (
        new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
            .maximumFractionDigits ?? 2
    );
}
