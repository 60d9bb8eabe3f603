import type { PaymentAttempt } from '@efi/plugin-kit';
import type { Order, RequestContext } from '@vendure/core';
import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';
import type { OrderFacts, PostalAddress, SubjectKind } from '../../domain/signals';
import { networkOf, sameMailbox, samePlace } from '../../domain/subject';

/** What a storefront sends: a random id that it gave the browser itself. */
const DEVICE_HEADER = 'efi-device';
const DEVICE = /^[\w-]{8,64}$/;
const COUNTRY = /^[A-Z]{2}$/;

/** Made once: the library's own question makes a set of its tens of thousands of domains each time. */
const disposableDomains = disposableEmailBlocklistSet();

const minorUnits = new Map<string, number>();

/** Minor units of a major one, as the currency has them. */
export function minorUnitOf(currency: string): number {
    const known = minorUnits.get(currency);
    if (known !== undefined) {
        return known;
    }
    const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
        style: 'currency',
        currency,
    }).resolvedOptions();
    const minorUnit = 10 ** maximumFractionDigits;
    minorUnits.set(currency, minorUnit);
    return minorUnit;
}

/** What the attempt and its request say by themselves. */
export function factsOf(
    ctx: RequestContext,
    { order, money }: PaymentAttempt,
    countryHeader: string | undefined,
): OrderFacts {
    const emailAddress = order.customer?.emailAddress;
    return {
        amount: money.amount / minorUnitOf(money.currency),
        emailAddress,
        isDisposableMail: emailAddress !== undefined && disposableDomains.has(domainOf(emailAddress)),
        billing: addressOf(order.billingAddress) ?? addressOf(order.shippingAddress),
        shipping: addressOf(order.shippingAddress),
        networkCountry: matching(headerOf(ctx, countryHeader)?.toUpperCase(), COUNTRY),
        hasDevice: deviceOf(ctx) !== undefined,
        couponCount: order.couponCodes.length,
        at: new Date(),
    };
}

/** Whom the attempt is counted by, in plain values: they go into pseudonyms and nowhere else. */
export function subjectsOf(
    ctx: RequestContext,
    { order, gateway, savedMethod }: PaymentAttempt,
): ReadonlyMap<SubjectKind, string> {
    const { emailAddress } = order.customer ?? {};
    const shipping = addressOf(order.shippingAddress);
    const candidates: ReadonlyArray<readonly [SubjectKind, string | undefined]> = [
        ['order', String(order.id)],
        ['customer', signedInCustomer(ctx, order)],
        ['email', emailAddress && sameMailbox(emailAddress)],
        ['address', shipping && samePlace(shipping)],
        ['device', deviceOf(ctx)],
        ['network', networkOf(ctx.req?.ip ?? '')],
        // Until the provider tells the fingerprint, its own reference of a kept card stands for it.
        ['card', savedMethod && `${gateway} ${savedMethod}`],
    ];
    return new Map(candidates.filter((entry): entry is [SubjectKind, string] => Boolean(entry[1])));
}

/** An order may name a registered customer whom nobody signed in as: that is a guest. */
export function signedInCustomer(ctx: RequestContext, { customer }: Order): string | undefined {
    return customer?.user &&
        ctx.activeUserId !== undefined &&
        String(customer.user.id) === String(ctx.activeUserId)
        ? String(customer.id)
        : undefined;
}

function domainOf(emailAddress: string): string {
    return emailAddress
        .slice(emailAddress.lastIndexOf('@') + 1)
        .trim()
        .toLowerCase();
}

function deviceOf(ctx: RequestContext): string | undefined {
    return matching(headerOf(ctx, DEVICE_HEADER), DEVICE);
}

function headerOf(ctx: RequestContext, name: string | undefined): string | undefined {
    const value = name === undefined ? undefined : ctx.req?.headers[name];
    return typeof value === 'string' ? value : undefined;
}

function matching(value: string | undefined, pattern: RegExp): string | undefined {
    return value !== undefined && pattern.test(value) ? value : undefined;
}

function addressOf(address: Order['shippingAddress'] | undefined): PostalAddress | undefined {
    const { streetLine1, streetLine2, postalCode, countryCode } = address ?? {};
    return streetLine1 && countryCode
        ? { street: `${streetLine1} ${streetLine2 ?? ''}`, postalCode: postalCode ?? '', countryCode }
        : undefined;
}
