import { useLocalFormat } from '@vendure/dashboard';

/** A point in time, to the minute. */
export function Moment({ at }: { at: string }) {
    const { formatDate } = useLocalFormat();
    return (
        <time dateTime={at} className="whitespace-nowrap tabular-nums">
            {formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
    );
}
