import { describe, expect, it } from 'vitest';
import { computeFeatures } from './compute-features';
import { featureNames } from './features';
import type { OrderFacts, Signals } from './signals';

const facts: OrderFacts = {
    amount: 50,
    emailAddress: 'ada1@shop.example',
    isDisposableMail: false,
    billing: { street: '1 Way', postalCode: '1010', countryCode: 'AT' },
    shipping: { street: '1 Way', postalCode: '1010', countryCode: 'AT' },
    networkCountry: undefined,
    hasDevice: false,
    couponCount: 0,
    at: new Date('2030-01-04T18:30:00Z'),
};

const signals: Signals = {
    velocity: { email: { attempts: [1, 2, 3, 4], declines: [0, 1, 2] } },
    seen: {
        cardsByDevice24h: 0,
        cardsByDevice7d: 0,
        cardsByEmail24h: 1,
        cardsByEmail7d: 2,
        otherEmailsByDevice7d: 0,
        otherEmailsByAddress7d: 0,
        otherDevicesByEmail7d: 1,
        couponUsesByAddress7d: 0,
        couponUsesByDevice7d: 0,
    },
    lines: { pieces: 4, variants: 2, most: 3, giftCardShare: null },
    history: { orders: 0, daysSinceLast: null, amounts: [] },
    account: null,
};

describe('the features of an attempt', () => {
    it('have a place for each, and never a zero for what is not known', () => {
        const features = computeFeatures(facts, signals, undefined, 100);
        expect(Object.keys(features).sort()).toEqual([...featureNames].sort());
        for (const name of [
            'attemptsByDevice10m',
            'declinesByCard24h',
            'cardsByDevice24h',
            'emailsByDevice7d',
            'networkBillingCountryDiffers',
            'accountAgeDays',
            'daysSinceEmailChange',
            'daysSinceLastOrder',
            'amountAgainstShop',
            'amountAgainstCustomer',
            'giftCardShare',
            'couponUsesByAddress7d',
            'newDeviceForAccount',
        ] as const) {
            expect(features[name], name).toBeUndefined();
        }
        expect(features).toMatchObject({
            attemptsByEmail10m: 1,
            attemptsByEmail7d: 4,
            declinesByEmail10m: 0,
            declinesByEmail24h: 2,
            devicesByEmail7d: 1,
            isGuest: 1,
            itemCount: 4,
            mostOfOneVariant: 3,
            hourOfDay: 18,
            emailDigitShare: 0.25,
        });
    });

    it('leave the present attempt out of the share that was declined', () => {
        const network = { attempts: [5, 5, 5, 5], declines: [3, 3, 3] } as const;
        const of = (velocity: Signals['velocity']) =>
            computeFeatures(facts, { ...signals, velocity }, undefined, 100).declineShareByNetwork10m;
        expect(of({ network })).toBe(0.75);
        expect(of({ network: { attempts: [1, 1, 1, 1], declines: [0, 0, 0] } })).toBeUndefined();
    });

    it.each([
        [{ street: '1 Way', postalCode: '1010', countryCode: 'AT' }, 0],
        [{ street: '2 Way', postalCode: '1010', countryCode: 'AT' }, 1],
        [{ street: '1 Way', postalCode: '1020', countryCode: 'AT' }, 2],
        [{ street: '1 Way', postalCode: '1010', countryCode: 'DE' }, 3],
    ])('say how far %j is from the billing address', (shipping, distance) => {
        expect(computeFeatures({ ...facts, shipping }, signals, undefined, 100).billingShippingDistance).toBe(
            distance,
        );
    });

    it('take "never changed" for long ago', () => {
        const account = {
            ageDays: 3,
            daysSinceEmailChange: null,
            daysSincePasswordChange: 0.5,
            isKnownDevice: true,
        };
        const features = computeFeatures(facts, { ...signals, account }, undefined, 100);
        expect(features).toMatchObject({
            daysSinceEmailChange: 365,
            daysSincePasswordChange: 0.5,
            isGuest: 0,
        });
    });
});
