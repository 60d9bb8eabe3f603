import { useLocalFormat } from '@vendure/dashboard';

/**
 * A point in time, to the minute.
 *
 * @param toTheSecond - For what often follows within a minute, such as the steps of a payment.
 */
export function Moment({ at, toTheSecond = false }: { at: string; toTheSecond?: boolean }) {
    const { formatDate } = useLocalFormat();
    return (
        <time dateTime={at} className="whitespace-nowrap tabular-nums">
            {formatDate(at, { dateStyle: 'medium', timeStyle: toTheSecond ? 'medium' : 'short' })}
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

/** A day. */
export function Day({ at }: { at: string }) {
    const { formatDate } = useLocalFormat();
    return (
        <time dateTime={at} className="whitespace-nowrap tabular-nums">
            {formatDate(at, { dateStyle: 'medium' })}
        </time>
    );
}
