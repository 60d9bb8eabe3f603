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

/** How long ago, such as "3 hours ago"; the moment itself when pointed at. */
export function Age({ at }: { at: string }) {
    const { formatDate, formatRelativeDate } = useLocalFormat();
    return (
        <time
            dateTime={at}
            title={formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })}
            className="whitespace-nowrap tabular-nums"
        >
            {formatRelativeDate(at)}
        </time>
    );
}
