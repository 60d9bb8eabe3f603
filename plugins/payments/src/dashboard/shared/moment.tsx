import { useLocalFormat } from '@vendure/dashboard';

/** A point in time, to the second: what happened first at a provider is often a matter of seconds. */
export function Moment({ at }: { at: string }) {
    const { formatDate } = useLocalFormat();
    return (
        <time dateTime={at} className="whitespace-nowrap tabular-nums">
            {formatDate(at, { dateStyle: 'medium', timeStyle: 'medium' })}
        </time>
    );
}
