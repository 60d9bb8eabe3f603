import { useLocalFormat } from '@vendure/dashboard';

/** Bounds that hold the true value with 95 % confidence. */
export interface Interval {
    readonly from: number;
    readonly to: number;
}

/** A share with its interval, such as "12.5 % (9.1–16.8 %)". */
export function Share({ value, from, to, note }: { value: number; note?: string } & Partial<Interval>) {
    const percent = usePercent();
    return (
        <span className="whitespace-nowrap tabular-nums">
            {percent(value)}
            {from !== undefined && to !== undefined && (
                <span className="block text-xs text-muted-foreground">
                    {percent(from)} – {percent(to)}
                </span>
            )}
            {note && <span className="block text-xs text-muted-foreground">{note}</span>}
        </span>
    );
}

/** Writes shares as percentages in the reader's language. */
export function usePercent(): (share: number) => string {
    const { formatNumber } = useLocalFormat();
    return share => `${formatNumber(Math.round(share * 1000) / 10)} %`;
}
