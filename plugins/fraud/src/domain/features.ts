/**
 * What is known of an order at the moment somebody tries to pay it. Everything is computed from what happened before
 * that moment, so that no outcome leaks in. Counts include the present attempt and stop at 200: above that, a count
 * says "200 or more". Flags are 0 or 1.
 */
export const featureNames = [
    /** Attempts to pay by the signed-in customer in the last 10 minutes. Not known for guests. Count. */
    'attemptsByCustomer10m',
    /** The same in the last hour. Count. */
    'attemptsByCustomer1h',
    /** The same in the last 24 hours. Count. */
    'attemptsByCustomer24h',
    /** The same in the last 7 days. Count. */
    'attemptsByCustomer7d',
    /** Attempts to pay with the order's e-mail address, its case and tags (`+x`) aside, in 10 minutes. Count. */
    'attemptsByEmail10m',
    /** The same in the last hour. Count. */
    'attemptsByEmail1h',
    /** The same in the last 24 hours. Count. */
    'attemptsByEmail24h',
    /** The same in the last 7 days. Count. */
    'attemptsByEmail7d',
    /** Attempts to pay orders that go to the same address (street, postal code, country) in 10 minutes. Count. */
    'attemptsByAddress10m',
    /** The same in the last hour. Count. */
    'attemptsByAddress1h',
    /** The same in the last 24 hours. Count. */
    'attemptsByAddress24h',
    /** The same in the last 7 days. Count. */
    'attemptsByAddress7d',
    /** Attempts to pay from the same device (header `efi-device`) in 10 minutes. Not known without one. Count. */
    'attemptsByDevice10m',
    /** The same in the last hour. Count. */
    'attemptsByDevice1h',
    /** The same in the last 24 hours. Count. */
    'attemptsByDevice24h',
    /** The same in the last 7 days. Count. */
    'attemptsByDevice7d',
    /** Attempts to pay from the same network (/24 of IPv4, /48 of IPv6) in 10 minutes. Many people share one. Count. */
    'attemptsByNetwork10m',
    /** The same in the last hour. Count. */
    'attemptsByNetwork1h',
    /** The same in the last 24 hours. Count. */
    'attemptsByNetwork24h',
    /** The same in the last 7 days. Count. */
    'attemptsByNetwork7d',
    /** Attempts with the same card in 10 minutes. Known before the provider answers for saved cards only. Count. */
    'attemptsByCard10m',
    /** The same in the last hour. Count. */
    'attemptsByCard1h',
    /** The same in the last 24 hours. Count. */
    'attemptsByCard24h',
    /** The same in the last 7 days. Count. */
    'attemptsByCard7d',

    /** Attempts to pay this very order in the last hour. Count. */
    'attemptsByOrder1h',
    /** Attempts to pay this very order that a provider declined in the last hour. Count. */
    'declinesByOrder1h',
    /** Declined attempts of the signed-in customer in 10 minutes. Not known for guests. Count. */
    'declinesByCustomer10m',
    /** The same in the last 24 hours. Count. */
    'declinesByCustomer24h',
    /** Declined attempts with the e-mail address in 10 minutes. Count. */
    'declinesByEmail10m',
    /** The same in the last 24 hours. Count. */
    'declinesByEmail24h',
    /** Declined attempts of orders to the same address in 10 minutes. Count. */
    'declinesByAddress10m',
    /** The same in the last 24 hours. Count. */
    'declinesByAddress24h',
    /** Declined attempts from the same device in 10 minutes. Count. */
    'declinesByDevice10m',
    /** The same in the last 24 hours. Count. */
    'declinesByDevice24h',
    /** Declined attempts from the same network in 10 minutes. Count. */
    'declinesByNetwork10m',
    /** The same in the last 24 hours. Count. */
    'declinesByNetwork24h',
    /** Declined attempts with the same card in 10 minutes. As `attemptsByCard10m`. Count. */
    'declinesByCard10m',
    /** The same in the last 24 hours. Count. */
    'declinesByCard24h',
    /** Declined among the attempts from the same network in 10 minutes, the present one left out. Share, 0 to 1. */
    'declineShareByNetwork10m',

    /** Different cards that the device paid or tried to pay with in 24 hours. Count. */
    'cardsByDevice24h',
    /** The same in the last 7 days. Count. */
    'cardsByDevice7d',
    /** Different cards that were used or tried with the e-mail address in 24 hours. Count. */
    'cardsByEmail24h',
    /** The same in the last 7 days. Count. */
    'cardsByEmail7d',
    /** Different e-mail addresses that the device used in 7 days, the present one included. Count. */
    'emailsByDevice7d',
    /** Different e-mail addresses whose orders go to the same address in 7 days, the present included. Count. */
    'emailsByAddress7d',
    /** Different devices that used the e-mail address in 7 days, the present one included. Count. */
    'devicesByEmail7d',

    /** How far apart billing and shipping are: 0 the same, 1 another street, 2 another postal code, 3 another country. */
    'billingShippingDistance',
    /** Whether the network's country is another than the billing address's. Not known without a country. Flag. */
    'networkBillingCountryDiffers',
    /** Whether the network's country is another than the shipping address's. Not known without a country. Flag. */
    'networkShippingCountryDiffers',

    /** Whether nobody is signed in. Flag. */
    'isGuest',
    /** Age of the signed-in customer's account. Not known for guests. Days, with fractions. */
    'accountAgeDays',
    /** Orders that the e-mail address placed before and that were not cancelled. Count. */
    'ordersBefore',
    /** Time since the last of those orders. Not known without one. Days, with fractions. */
    'daysSinceLastOrder',
    /** Whether the device is new to the account. Not known for guests and without a device. Flag. */
    'newDeviceForAccount',
    /** Whether the request named a device at all. Flag. */
    'hasDevice',
    /** Time since the account's e-mail address was changed, at most 365: also when never. Not for guests. Days. */
    'daysSinceEmailChange',
    /** Time since the account's password was changed or reset, at most 365: also when never. Not for guests. Days. */
    'daysSincePasswordChange',

    /** Natural logarithm of 1 + what is to be paid in the currency's major unit. */
    'amountLog',
    /**
     * What is to be paid against the same e-mail address's earlier orders: (ln amount − median) / (1.4826 · MAD),
     * MAD at least 0.1, cut at ±10. Not known with fewer than 3 orders. Robust standard deviations.
     */
    'amountAgainstCustomer',
    /** The same against the last orders of the channel. Not known with fewer than 20. Robust standard deviations. */
    'amountAgainstShop',
    /** Pieces in the order. Count. */
    'itemCount',
    /** Different variants in the order. Count. */
    'variantCount',
    /** Pieces of the variant that there is most of. Count. */
    'mostOfOneVariant',
    /** Share of the order's value that is gift cards, 0 to 1. Not known while the shop declares no gift cards. */
    'giftCardShare',
    /** Coupon codes applied to the order. Count. */
    'couponCount',
    /** Orders to the same address that used one of the order's coupon codes in 7 days. Not known without a code. Count. */
    'couponUsesByAddress7d',
    /** Orders from the same device that used one of the order's coupon codes in 7 days. Count. */
    'couponUsesByDevice7d',

    /** Whether the e-mail address is of a service that gives out addresses to throw away. Flag. */
    'disposableMail',
    /** Digits among the characters before the `@`. Share, 0 to 1. */
    'emailDigitShare',
    /** Hour of the day in UTC, 0 to 23. */
    'hourOfDay',
] as const;

export type FeatureName = (typeof featureNames)[number];

export function isFeatureName(name: string): name is FeatureName {
    return featureNames.some(known => known === name);
}

/** `undefined` means that it is not known, which is something else than 0. */
export type FeatureVector = Readonly<Record<FeatureName, number | undefined>>;
