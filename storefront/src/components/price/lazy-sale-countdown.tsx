'use client';

import { lazy, Suspense, type ComponentProps } from 'react';
import type { SaleCountdown } from './sale-countdown';

const Countdown = lazy(async () => ({ default: (await import('./sale-countdown')).SaleCountdown }));

/** A sale's end, whose script is loaded only where there is one. */
export function LazySaleCountdown(props: ComponentProps<typeof SaleCountdown>) {
    return (
        <Suspense fallback={<div className="mt-3 min-h-6" />}>
            <Countdown {...props} />
        </Suspense>
    );
}
