import { useLocalFormat } from '@vendure/dashboard';

/** Decimals that a currency is written with: 0 for JPY, 2 for EUR, 3 for KWD. */
function decimalsOf(currency: string): number {
    return (
        new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
            .maximumFractionDigits ?? 2
    );
}

/** Writes minor units as people of the reader's language do, with as many decimals as the currency has. */
export function useMoney(currency: string): (amount: number) => string {
    const { formatCurrency } = useLocalFormat();
    return amount => formatCurrency(amount, currency, decimalsOf(currency));
}

export function Amount({ amount, currency }: { amount: number; currency: string }) {
    return <span className="whitespace-nowrap tabular-nums">{useMoney(currency)(amount)}</span>;
}

/** "79.00 → 71.10 (−10 %)" */
export function PriceMove({ from, to, currency }: { from: number; to: number; currency: string }) {
    const money = useMoney(currency);
    const percent = usePercentChange();
    return (
        <span className="whitespace-nowrap tabular-nums">
            {from === to ? (
                money(to)
            ) : (
                <>
                    <span className="text-muted-foreground">{money(from)} → </span>
                    <span className="font-medium">{money(to)}</span>{' '}
                    <span className="text-xs text-muted-foreground">{percent(from, to)}</span>
                </>
            )}
        </span>
    );
}

function usePercentChange(): (from: number, to: number) => string {
    const { formatNumber } = useLocalFormat();
    return (from, to) => {
        const percent = Math.round(((to - from) / from) * 1000) / 10;
        return `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${formatNumber(Math.abs(percent))} %`;
    };
}
