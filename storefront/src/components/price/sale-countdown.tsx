'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { remaining } from '@/lib/price/remaining';

interface Props {
    readonly endsAt: string;
    /** What the server's clock said when the page was made. */
    readonly serverTime: string;
}

const SECOND = 1_000;

/**
 * When a sale ends, and how long that is. The date stands there without JavaScript too, and its line keeps its height.
 * The seconds are for the eye: screen readers read the date, and are told once, when the sale has ended.
 */
export function SaleCountdown({ endsAt, serverTime }: Props) {
    const t = useTranslations('sale');
    const router = useRouter();
    const end = Date.parse(endsAt);
    const now = useServerClock(Date.parse(serverTime));
    const left = now === undefined ? undefined : remaining(end, now);
    const hasEnded = now !== undefined && left === undefined;
    useEffect(() => {
        if (hasEnded) {
            router.refresh();
        }
    }, [hasEnded, router]);
    return (
        <div className="mt-3 flex min-h-6 flex-wrap items-baseline gap-x-3 text-sm text-sale">
            <span>
                {t.rich('until', {
                    date: () => <EndDate end={end} />,
                })}
            </span>
            <span aria-hidden className="min-w-[11ch] font-medium tabular-nums" data-testid="countdown">
                {left && clock(left, t)}
            </span>
            <span role="status" className="sr-only">
                {hasEnded && t('ended')}
            </span>
        </div>
    );
}

function clock(
    { days, hours, minutes, seconds }: NonNullable<ReturnType<typeof remaining>>,
    t: ReturnType<typeof useTranslations<'sale'>>,
): string {
    const two = (part: number) => String(part).padStart(2, '0');
    const time = `${two(hours)}:${two(minutes)}:${two(seconds)}`;
    return days > 0 ? t('daysAndTime', { days, time }) : time;
}

/** In UTC until the page knows where its reader is, then on their clock. */
function EndDate({ end }: { end: number }) {
    const locale = useLocale();
    const isHere = useSyncExternalStore(
        subscribeToNothing,
        () => true,
        () => false,
    );
    const date = new Intl.DateTimeFormat(locale, {
        day: 'numeric',
        month: 'long',
        hour: 'numeric',
        minute: '2-digit',
        timeZoneName: 'short',
        ...(isHere ? {} : { timeZone: 'UTC' }),
    }).format(end);
    return <time dateTime={new Date(end).toISOString()}>{date}</time>;
}

function subscribeToNothing() {
    return () => undefined;
}

/** The server's time, second by second, whatever the device's clock says. Undefined until the page has come alive. */
function useServerClock(serverTime: number): number | undefined {
    const [now, setNow] = useState<number>();
    useEffect(() => {
        // Counted on a clock that nobody sets.
        const began = performance.now();
        const tick = () => setNow(serverTime + performance.now() - began);
        tick();
        const timer = setInterval(tick, SECOND);
        return () => clearInterval(timer);
    }, [serverTime]);
    return now;
}
