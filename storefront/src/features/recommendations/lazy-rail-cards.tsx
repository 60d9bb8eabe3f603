'use client';

import { lazy, type ComponentProps } from 'react';
import type { RailCards } from './rail-cards';

const Cards = lazy(async () => ({ default: (await import('./rail-cards')).RailCards }));

/** The cards stand in the page from the start; what makes them work comes after what is seen first. */
export function LazyRailCards(props: ComponentProps<typeof RailCards>) {
    return <Cards {...props} />;
}
