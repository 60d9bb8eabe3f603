import { placeLines } from '@/components/order/place-lines';
import { nearestFirst } from '@/lib/address/nearest';
import { writtenHours } from '@/lib/address/opening-hours';
import type { PickUpOption } from './pick-up-documents';

/** A place as the checkout offers it, ready to read. */
export interface PlaceView {
    readonly id: string;
    readonly name: string;
    readonly address: string;
    readonly hours: readonly string[];
    /** Whether all of the order is there, and whether it is nearly gone. */
    readonly stock: 'ALL' | 'FEW' | 'NOT_ALL';
    /** Names of what is not there. */
    readonly missing: readonly string[];
}

interface Lines {
    readonly lines: readonly {
        readonly id: string;
        readonly productVariant: { readonly product: { readonly name: string } };
    }[];
}

/** The places for an order: those that have all of it before the others, and the nearest first. */
export function placeViews(
    options: readonly PickUpOption[],
    order: Lines,
    home: { readonly postalCode: string | null; readonly countryCode: string | null } | undefined,
    language: string,
): PlaceView[] {
    const located = options.map(option => ({ option, address: option.place.address }));
    const views = nearestFirst(located, home).map(({ option: { place, lines, hasAll } }): PlaceView => {
        const missing = lines.filter(({ availability }) => availability === 'NOT_HERE');
        const isFew = lines.some(({ availability }) => availability === 'FEW_LEFT');
        return {
            id: place.id,
            name: place.name,
            address: placeLines(place.address).join(', '),
            hours: place.openingHours.map(hours => writtenHours(hours, language)),
            stock: hasAll ? (isFew ? 'FEW' : 'ALL') : 'NOT_ALL',
            missing: missing.flatMap(
                ({ orderLineId }) =>
                    order.lines.find(({ id }) => id === orderLineId)?.productVariant.product.name ?? [],
            ),
        };
    });
    return [
        ...views.filter(({ stock }) => stock !== 'NOT_ALL'),
        ...views.filter(({ stock }) => stock === 'NOT_ALL'),
    ];
}

/**
 * The place that is selected before the shopper chooses: the order's own, else the one they fetched the last order at,
 * else the only one that has all. `undefined` where there is a choice to make.
 */
export function initialPlace(
    places: readonly PlaceView[],
    ...remembered: readonly (string | undefined)[]
): string | undefined {
    const having = places.filter(({ stock }) => stock !== 'NOT_ALL');
    const known = remembered.find(id => having.some(place => place.id === id));
    return known ?? (having.length === 1 ? having[0]?.id : undefined);
}
