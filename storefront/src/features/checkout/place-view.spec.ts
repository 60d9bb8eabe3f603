import { describe, expect, it } from 'vitest';
import type { PickUpOption } from './pick-up-documents';
import { initialPlace, placeViews } from './place-view';

const order = {
    lines: [
        { id: '1', productVariant: { product: { name: 'Lamp' } } },
        { id: '2', productVariant: { product: { name: 'Rug' } } },
    ],
};

function option(name: string, lamp: string, rug: string, postalCode?: string): PickUpOption {
    return {
        place: {
            id: name.toLowerCase(),
            name,
            address: postalCode
                ? { streetLine: 'Ring 1', postalCode, city: 'Wien', countryCode: 'AT' }
                : null,
            openingHours: [{ fromDay: 1, toDay: 5, opens: '09:00', closes: '18:00' }],
        },
        hasAll: lamp !== 'NOT_HERE' && rug !== 'NOT_HERE',
        lines: [
            { orderLineId: '1', availability: lamp },
            { orderLineId: '2', availability: rug },
        ],
    } as PickUpOption;
}

const views = (...options: PickUpOption[]) =>
    placeViews(options, order, { postalCode: '1020', countryCode: 'AT' }, 'de-DE');

describe('the places of an order', () => {
    it('say what is there, what is missing, where they are and when they are open', () => {
        expect(views(option('Counter', 'IN_STOCK', 'NOT_HERE', '1010'))).toEqual([
            {
                id: 'counter',
                name: 'Counter',
                address: 'Ring 1, 1010 Wien',
                hours: ['Mo – Fr, 9:00 – 18:00'],
                stock: 'NOT_ALL',
                missing: ['Rug'],
            },
        ]);
    });

    it('come with those first that have all, the nearest before the others', () => {
        const found = views(
            option('Near', 'NOT_HERE', 'IN_STOCK', '1020'),
            option('Anywhere', 'IN_STOCK', 'IN_STOCK'),
            option('Far', 'IN_STOCK', 'FEW_LEFT', '9020'),
            option('Close', 'IN_STOCK', 'IN_STOCK', '1030'),
        );
        expect(found.map(({ name, stock }) => `${name} ${stock}`)).toEqual([
            'Close ALL',
            'Far FEW',
            'Anywhere ALL',
            'Near NOT_ALL',
        ]);
    });

    it('begin with the order’s own, then the remembered one, then the only one, if it has all', () => {
        const both = views(option('One', 'IN_STOCK', 'IN_STOCK'), option('Two', 'IN_STOCK', 'IN_STOCK'));
        expect(initialPlace(both, 'two', 'one')).toBe('two');
        expect(initialPlace(both, undefined, 'one')).toBe('one');
        expect(initialPlace(both)).toBeUndefined();
        const one = views(option('One', 'IN_STOCK', 'IN_STOCK'), option('Two', 'IN_STOCK', 'NOT_HERE'));
        expect(initialPlace(one, 'two')).toBe('one');
    });
});
