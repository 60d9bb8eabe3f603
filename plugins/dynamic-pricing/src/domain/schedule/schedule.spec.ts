import { describe, expect, it } from 'vitest';
import type { PricingRule } from '../rules/rule';
import { listPriceOf, priceAt, readOffer, saleEnd } from './offer';
import { nextWindow } from './sale-window';

const offer = { list: 10_000, price: 8000, from: 1000, until: 2000, isSale: true, ruleId: 7 };

describe('priceAt', () => {
    it.each([
        [999, 10_000],
        [1000, 8000],
        [1999, 8000],
        [2000, 10_000],
    ])('at %i it is %i, whatever was written already', (moment, price) => {
        expect(priceAt({ price: 10_000, offer }, new Date(moment))).toBe(price);
        expect(priceAt({ price: 8000, offer }, new Date(moment))).toBe(price);
    });

    it('is what somebody set by hand since', () => {
        const stored = { price: 9500, offer };
        expect(priceAt(stored, new Date(1500))).toBe(9500);
        expect(listPriceOf(stored)).toBe(9500);
        expect(saleEnd(stored, new Date(1500))).toBeNull();
    });

    it('tells when a sale ends, while it is on', () => {
        expect(saleEnd({ price: 8000, offer }, new Date(1500))).toEqual(new Date(2000));
        expect(saleEnd({ price: 8000, offer }, new Date(2000))).toBeNull();
        expect(saleEnd({ price: 8000, offer: { ...offer, isSale: false } }, new Date(1500))).toBeNull();
    });
});

describe('readOffer', () => {
    it.each([null, 'no json', '{}', '{"list":"1","price":1,"from":1,"until":1}', 7])(
        'takes %j for none',
        value => {
            expect(readOffer(value)).toBeNull();
        },
    );

    it('reads an object as well as text', () => {
        expect(readOffer(offer)).toEqual(offer);
        expect(readOffer(JSON.stringify(offer))).toEqual(offer);
    });
});

function happyHours(
    weekdays: number[],
    from: string,
    to: string,
    rest: Partial<PricingRule> = {},
): PricingRule {
    return {
        id: 1,
        name: 'happy',
        priority: 0,
        startsAt: null,
        endsAt: null,
        scope: {},
        effect: { kind: 'happy-hours', weekdays, from, to, timeZone: 'Europe/Vienna', changePercent: -10 },
        mayLower: true,
        mayRaise: false,
        combines: false,
        ...rest,
    };
}

describe('nextWindow', () => {
    // 2030-05-01 is a Wednesday; Vienna is two hours ahead of UTC.
    it('gives the hours that are on', () => {
        expect(nextWindow(happyHours([3], '17:00', '19:00'), new Date('2030-05-01T15:30:00Z'))).toEqual({
            from: new Date('2030-05-01T15:00:00Z'),
            until: new Date('2030-05-01T17:00:00Z'),
        });
    });

    it('gives those of next week when the last ones are over to the second', () => {
        const next = nextWindow(happyHours([3], '17:00', '19:00'), new Date('2030-05-01T17:00:00Z'));
        expect(next?.from).toEqual(new Date('2030-05-08T15:00:00Z'));
    });

    it('reaches past midnight', () => {
        expect(nextWindow(happyHours([2], '22:00', '02:00'), new Date('2030-04-30T23:00:00Z'))).toEqual({
            from: new Date('2030-04-30T20:00:00Z'),
            until: new Date('2030-05-01T00:00:00Z'),
        });
    });

    it('keeps to the clock on the wall when summer time ends', () => {
        const sundays = happyHours([7], '17:00', '18:00');
        expect(nextWindow(sundays, new Date('2030-10-26T12:00:00Z'))?.from).toEqual(
            new Date('2030-10-27T16:00:00Z'),
        );
        expect(nextWindow(sundays, new Date('2030-10-19T12:00:00Z'))?.from).toEqual(
            new Date('2030-10-20T15:00:00Z'),
        );
    });

    it("does not go beyond the rule's end", () => {
        const rule = happyHours([3], '17:00', '19:00', { endsAt: new Date('2030-05-01T16:00:00Z') });
        expect(nextWindow(rule, new Date('2030-05-01T15:30:00Z'))?.until).toEqual(
            new Date('2030-05-01T16:00:00Z'),
        );
        expect(nextWindow(rule, new Date('2030-05-01T16:00:00Z'))).toBeNull();
    });
});
