import type { FeatureName } from './features';

/** What a feature's value is measured in; see {@link FeatureName}s for what each says. */
export type FeatureUnit = 'count' | 'days' | 'flag' | 'share' | 'deviations' | 'hour' | 'steps' | 'logarithm';

const UNITS: Readonly<Partial<Record<FeatureName, FeatureUnit>>> = {
    declineShareByNetwork10m: 'share',
    billingShippingDistance: 'steps',
    networkBillingCountryDiffers: 'flag',
    networkShippingCountryDiffers: 'flag',
    isGuest: 'flag',
    accountAgeDays: 'days',
    daysSinceLastOrder: 'days',
    newDeviceForAccount: 'flag',
    hasDevice: 'flag',
    daysSinceEmailChange: 'days',
    daysSincePasswordChange: 'days',
    amountLog: 'logarithm',
    amountAgainstCustomer: 'deviations',
    amountAgainstShop: 'deviations',
    giftCardShare: 'share',
    disposableMail: 'flag',
    emailDigitShare: 'share',
    hourOfDay: 'hour',
};

/** Whatever is not named counts something. */
export function unitOf(name: FeatureName): FeatureUnit {
    return UNITS[name] ?? 'count';
}
