import type { FeatureVector } from '../src/domain/features';

interface Rule {
    /** What it adds to the log-odds of fraud. */
    readonly points: number;
    readonly fires: (features: FeatureVector) => boolean;
}

const above = (value: number | undefined, limit: number) => value !== undefined && value > limit;
const below = (value: number | undefined, limit: number) => value !== undefined && value < limit;

/** What a careful merchant would write down after reading about fraud, without having seen any of this data. */
const rules: readonly Rule[] = [
    { points: 4, fires: f => above(f.declinesByNetwork10m, 4) || above(f.declinesByDevice10m, 4) },
    { points: 4, fires: f => above(f.cardsByDevice24h, 3) || above(f.cardsByEmail24h, 3) },
    { points: 2.5, fires: f => above(f.attemptsByNetwork10m, 10) && above(f.declineShareByNetwork10m, 0.5) },
    { points: 2, fires: f => above(f.declinesByOrder1h, 2) },
    {
        points: 3,
        fires: f =>
            f.newDeviceForAccount === 1 &&
            (below(f.daysSinceEmailChange, 3) || below(f.daysSincePasswordChange, 1)),
    },
    { points: 1, fires: f => f.newDeviceForAccount === 1 && above(f.amountAgainstCustomer, 2.5) },
    { points: 3, fires: f => above(f.couponUsesByAddress7d, 2) || above(f.couponUsesByDevice7d, 2) },
    { points: 2, fires: f => above(f.emailsByAddress7d, 4) || above(f.emailsByDevice7d, 3) },
    { points: 1.5, fires: f => f.disposableMail === 1 },
    { points: 1.5, fires: f => f.networkBillingCountryDiffers === 1 && f.isGuest === 1 },
    { points: 1, fires: f => above(f.billingShippingDistance, 1) && f.ordersBefore === 0 },
    { points: 1, fires: f => above(f.amountAgainstShop, 2.5) && f.ordersBefore === 0 },
    { points: 1, fires: f => f.giftCardShare === 1 && f.ordersBefore === 0 },
    { points: 1, fires: f => above(f.mostOfOneVariant, 3) && f.ordersBefore === 0 },
];

/** Half a per cent before anything is known. */
const prior = Math.log(0.005 / 0.995);

export function ruleOdds(features: FeatureVector): number {
    return rules.reduce((sum, { points, fires }) => sum + (fires(features) ? points : 0), prior);
}
