import { Trans } from '@lingui/react/macro';
import { cn, useDisplayLocale, useLocalFormat } from '@vendure/dashboard';
import { useEffect, useState } from 'react';
import { distance } from './when';

const A_MINUTE = 60_000;
const SOON = 7 * 24 * 60 * A_MINUTE;

/** By when a request is to be answered, as a clock that runs by itself. */
export function Due({ at }: { at: string }) {
    const { formatDate } = useLocalFormat();
    const { bcp47Tag } = useDisplayLocale();
    const left = new Date(at).getTime() - useNow();
    const time = new Intl.RelativeTimeFormat(bcp47Tag).format(...distance(left));
    return (
        <time
            dateTime={at}
            title={formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })}
            className={cn('whitespace-nowrap', left < SOON && 'font-medium', left < 0 && 'text-destructive')}
        >
            {left < 0 ? <Trans>Overdue: due {time}</Trans> : <Trans>Due {time}</Trans>}
        </time>
    );
}

function useNow(): number {
    const [now, setNow] = useState(() => Date.now());
    useEffect(() => {
        const timer = setInterval(() => setNow(Date.now()), A_MINUTE);
        return () => clearInterval(timer);
    }, []);
    return now;
}
