import type { FeatureVector } from './features';
import { againstHabit, habitOf } from './habit';
import type { Habit, OrderFacts, PostalAddress, Signals, SubjectKind, Velocity } from './signals';
import { digitShare, samePlace } from './subject';

/** With fewer orders there is no habit. */
const LEAST_CUSTOMER_ORDERS = 3;

/** "Never" and "longer ago than this" look the same. Days. */
const LONG_AGO = 365;

/** @param minorUnit - How many minor units make a major one, such as 100. */
export function computeFeatures(
    facts: OrderFacts,
    signals: Signals,
    shopHabit: Habit | undefined,
    minorUnit: number,
): FeatureVector {
    const { lines, history } = signals;
    const customerHabit = habitOf(
        history.amounts.map(amount => amount / minorUnit),
        LEAST_CUSTOMER_ORDERS,
    );
    return {
        ...attempts(signals),
        ...declines(signals),
        declineShareByNetwork10m: declineShare(signals.velocity.network),
        ...company(signals, facts.couponCount > 0),
        ...places(facts),
        ...account(signals),
        ordersBefore: history.orders,
        daysSinceLastOrder: history.daysSinceLast ?? undefined,
        hasDevice: flag(facts.hasDevice),
        amountLog: Math.log1p(facts.amount),
        amountAgainstCustomer: customerHabit && againstHabit(facts.amount, customerHabit),
        amountAgainstShop: shopHabit && againstHabit(facts.amount, shopHabit),
        itemCount: lines.pieces,
        variantCount: lines.variants,
        mostOfOneVariant: lines.most,
        giftCardShare: lines.giftCardShare ?? undefined,
        couponCount: facts.couponCount,
        ...mail(facts),
        hourOfDay: facts.at.getUTCHours(),
    };
}

/** Who and what is seen together with the attempt's subjects. */
function company({ velocity, seen }: Signals, hasCoupon: boolean) {
    const { device, email, address } = velocity;
    return {
        cardsByDevice24h: device && seen.cardsByDevice24h,
        cardsByDevice7d: device && seen.cardsByDevice7d,
        cardsByEmail24h: email && seen.cardsByEmail24h,
        cardsByEmail7d: email && seen.cardsByEmail7d,
        emailsByDevice7d: device && seen.otherEmailsByDevice7d + 1,
        emailsByAddress7d: address && seen.otherEmailsByAddress7d + 1,
        devicesByEmail7d: email && seen.otherDevicesByEmail7d + (device ? 1 : 0),
        couponUsesByAddress7d: hasCoupon && address ? seen.couponUsesByAddress7d : undefined,
        couponUsesByDevice7d: hasCoupon && device ? seen.couponUsesByDevice7d : undefined,
    };
}

function places({ billing, shipping, networkCountry }: OrderFacts) {
    return {
        billingShippingDistance: distance(billing, shipping),
        networkBillingCountryDiffers: differs(networkCountry, billing?.countryCode),
        networkShippingCountryDiffers: differs(networkCountry, shipping?.countryCode),
    };
}

function account({ velocity, account: own }: Signals) {
    return {
        isGuest: flag(own === null),
        accountAgeDays: own?.ageDays,
        newDeviceForAccount: own && velocity.device ? flag(!own.isKnownDevice) : undefined,
        daysSinceEmailChange: own ? since(own.daysSinceEmailChange) : undefined,
        daysSincePasswordChange: own ? since(own.daysSincePasswordChange) : undefined,
    };
}

function mail({ emailAddress, isDisposableMail }: OrderFacts) {
    return emailAddress === undefined
        ? { disposableMail: undefined, emailDigitShare: undefined }
        : { disposableMail: flag(isDisposableMail), emailDigitShare: digitShare(emailAddress) };
}

type Attempts =
    `attemptsBy${'Customer' | 'Email' | 'Address' | 'Device' | 'Network' | 'Card'}${'10m' | '1h' | '24h' | '7d'}`;
type Declines =
    `declinesBy${'Customer' | 'Email' | 'Address' | 'Device' | 'Network' | 'Card'}${'10m' | '24h'}`;
type Counts<Name extends string> = Record<Name, number | undefined>;

const NAMED = [
    ['customer', 'Customer'],
    ['email', 'Email'],
    ['address', 'Address'],
    ['device', 'Device'],
    ['network', 'Network'],
    ['card', 'Card'],
] as const satisfies ReadonlyArray<readonly [SubjectKind, string]>;

function attempts({ velocity }: Signals): Counts<Attempts | 'attemptsByOrder1h'> {
    const counts: Partial<Counts<Attempts>> = {};
    for (const [kind, name] of NAMED) {
        const [tenMinutes, hour, day, week] = velocity[kind]?.attempts ?? [];
        counts[`attemptsBy${name}10m`] = tenMinutes;
        counts[`attemptsBy${name}1h`] = hour;
        counts[`attemptsBy${name}24h`] = day;
        counts[`attemptsBy${name}7d`] = week;
    }
    return { ...(counts as Counts<Attempts>), attemptsByOrder1h: velocity.order?.attempts[1] };
}

function declines({ velocity }: Signals): Counts<Declines | 'declinesByOrder1h'> {
    const counts: Partial<Counts<Declines>> = {};
    for (const [kind, name] of NAMED) {
        const [tenMinutes, , day] = velocity[kind]?.declines ?? [];
        counts[`declinesBy${name}10m`] = tenMinutes;
        counts[`declinesBy${name}24h`] = day;
    }
    return { ...(counts as Counts<Declines>), declinesByOrder1h: velocity.order?.declines[1] };
}

function declineShare(network: Velocity | undefined): number | undefined {
    const before = (network?.attempts[0] ?? 0) - 1;
    return network && before > 0 ? Math.min(1, network.declines[0] / before) : undefined;
}

function distance(
    billing: PostalAddress | undefined,
    shipping: PostalAddress | undefined,
): number | undefined {
    if (!billing || !shipping) {
        return undefined;
    }
    if (billing.countryCode !== shipping.countryCode) {
        return 3;
    }
    const [here, there] = [billing, shipping].map(({ postalCode }) =>
        samePlace({ street: '', postalCode, countryCode: '' }),
    );
    if (here !== there) {
        return 2;
    }
    return samePlace(billing) === samePlace(shipping) ? 0 : 1;
}

function differs(one: string | undefined, other: string | undefined): number | undefined {
    return one === undefined || other === undefined ? undefined : flag(one !== other);
}

function since(days: number | null): number {
    return Math.min(days ?? LONG_AGO, LONG_AGO);
}

function flag(value: boolean): number {
    return value ? 1 : 0;
}
