'use client';

import { lazy, Suspense, type ComponentProps } from 'react';
import type { PickUp } from './pick-up';

const Part = lazy(async () => ({ default: (await import('./pick-up')).PickUp }));

/** The places stand in the page from the start; what asks them comes after what is needed to buy. */
export function LazyPickUp(props: ComponentProps<typeof PickUp>) {
    return (
        <Suspense>
            <Part {...props} />
        </Suspense>
    );
}
