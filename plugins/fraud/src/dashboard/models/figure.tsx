import { useLocalFormat } from '@vendure/dashboard';
import type { Estimate } from './models.graphql';

/** Writes shares as percentages in the reader's language. */
export function usePercent(): (share: number) => string {
    const { formatNumber } = useLocalFormat();
    return share => `${formatNumber(Math.round(share * 1000) / 10)} %`;
}

/** A share with the range that holds it with 95 % confidence. */
export function Figure({ of: { value, from, to } }: { of: Estimate }) {
    const percent = usePercent();
    return (
        <span className="whitespace-nowrap tabular-nums">
            {percent(value)}
            <span className="block text-xs text-muted-foreground">
                {percent(from)} – {percent(to)}
            </span>
        </span>
    );
}
