import { Trans } from '@lingui/react/macro';
import { useLocalFormat } from '@vendure/dashboard';
import { useEffect, useState } from 'react';
import { useDuration } from './duration';

const HALF_A_MINUTE = 30_000;

/** How long a review may still wait, or for how long it should have been decided. Runs by itself. */
export function Due({ at }: { at: string }) {
    const { formatDate } = useLocalFormat();
    const duration = useDuration();
    const left = new Date(at).getTime() - useNow();
    const time = duration(Math.abs(left));
    return (
        <time
            dateTime={at}
            title={formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })}
            className={left < 0 ? 'font-medium whitespace-nowrap text-destructive' : 'whitespace-nowrap'}
        >
            {left < 0 ? <Trans>Overdue: {time}</Trans> : <Trans>{time} left</Trans>}
        </time>
    );
}

function useNow(): number {
    const [now, setNow] = useState(() => Date.now());
    useEffect(() => {
        const timer = setInterval(() => setNow(Date.now()), HALF_A_MINUTE);
        return () => clearInterval(timer);
    }, []);
    return now;
}
