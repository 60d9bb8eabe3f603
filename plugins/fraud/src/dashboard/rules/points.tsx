import { useLocalFormat } from '@vendure/dashboard';

/** What a rule adds to the logarithm of the odds, with its sign. */
export function Points({ points }: { points: number }) {
    const { formatNumber } = useLocalFormat();
    return (
        <span className="tabular-nums">
            {points > 0 ? '+' : ''}
            {formatNumber(points)}
        </span>
    );
}
