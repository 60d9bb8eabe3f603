import { computeFeatures } from '../src/domain/compute-features';
import type { FeatureVector } from '../src/domain/features';
import { habitOf } from '../src/domain/habit';
import type { Habit, OrderFacts, PostalAddress, Signals } from '../src/domain/signals';
import { sameMailbox, samePlace } from '../src/domain/subject';
import { day } from './draw';
import { Address, Attempt, ShopEvent } from './events';
import { History } from './history';
import { disposableDomains } from './people';

const minorUnit = 100;

/** Orders that the shop's habit is taken from. */
const recentOrders = 200;

interface Account {
    readonly openedAt: number;
    emailChangedAt?: number;
    passwordChangedAt?: number;
    readonly devices: Set<string>;
}

/** The features of each attempt in order, each computed before the attempt and its answer enter the history. */
export function replay(events: readonly ShopEvent[]): FeatureVector[] {
    const shop = new Replay();
    return events.flatMap(event => {
        const features = event.type === 'attempt' ? [shop.features(event)] : [];
        shop.record(event);
        return features;
    });
}

/** A shop's memory, fed with events in time order. Counts and looks up; what features mean is the plugin's own code. */
class Replay {
    private readonly by = {
        customer: new History(),
        email: new History(),
        address: new History(),
        device: new History(),
        network: new History(),
        card: new History(),
        order: new History(),
    };
    private readonly accounts = new Map<string, Account>();
    /** Paid orders by mailbox, newest first. */
    private readonly orders = new Map<string, Attempt[]>();
    private readonly amounts: number[] = [];
    private habit: Habit | undefined;

    features(attempt: Attempt): FeatureVector {
        return computeFeatures(factsOf(attempt), this.signals(attempt), this.habit, minorUnit);
    }

    record(event: ShopEvent): void {
        if (event.type === 'attempt') {
            this.recordAttempt(event);
        } else if (event.type === 'account-opened') {
            this.accounts.set(event.customer, { openedAt: event.at, devices: new Set() });
        } else {
            const account = this.accounts.get(event.customer);
            if (account && event.type === 'email-changed') {
                account.emailChangedAt = event.at;
            } else if (account) {
                account.passwordChangedAt = event.at;
            }
        }
    }

    private recordAttempt(attempt: Attempt): void {
        const keys = keysOf(attempt);
        for (const kind of Object.keys(this.by) as Array<keyof typeof keys>) {
            this.by[kind].add(kind === 'card' ? attempt.card : keys[kind], attempt);
        }
        if (attempt.customer && attempt.device) {
            this.accounts.get(attempt.customer)?.devices.add(attempt.device);
        }
        if (!attempt.declined) {
            this.orders.set(keys.email, [attempt, ...(this.orders.get(keys.email) ?? [])]);
            this.amounts.push(attempt.amount);
            // A median of 200 hardly moves in ten orders.
            if (this.amounts.length % 10 === 0) {
                this.habit = habitOf(this.amounts.slice(-recentOrders), 20);
            }
        }
    }

    private signals(attempt: Attempt): Signals {
        const { at, pieces, customer, device, giftCardShare } = attempt;
        const keys = keysOf(attempt);
        const before = this.orders.get(keys.email) ?? [];
        const account = customer === undefined ? undefined : this.accounts.get(customer);
        return {
            velocity: Object.fromEntries(
                Object.entries(keys).flatMap(([kind, key]) =>
                    key === undefined ? [] : [[kind, this.by[kind as keyof typeof keys].velocity(key, at)]],
                ),
            ),
            seen: this.seen(attempt),
            lines: {
                pieces: pieces.reduce((sum, count) => sum + count, 0),
                variants: pieces.length,
                most: Math.max(...pieces),
                giftCardShare,
            },
            history: {
                orders: before.length,
                daysSinceLast: before[0] ? (at - before[0].at) / day : null,
                amounts: before.map(({ amount }) => amount * minorUnit),
            },
            account: account
                ? {
                      ageDays: (at - account.openedAt) / day,
                      daysSinceEmailChange: daysSince(account.emailChangedAt, at),
                      daysSincePasswordChange: daysSince(account.passwordChangedAt, at),
                      isKnownDevice: device !== undefined && account.devices.has(device),
                  }
                : null,
        };
    }

    private seen({ at, coupons, ...attempt }: Attempt): Signals['seen'] {
        const { device, email, address } = keysOf({ at, coupons, ...attempt });
        const [ofDevice, ofEmail, ofAddress] = [
            this.by.device.within(device, at, 7 * day),
            this.by.email.within(email, at, 7 * day),
            this.by.address.within(address, at, 7 * day),
        ];
        const present = attempt.savedCard ? [attempt.card] : [];
        const cards = (earlier: readonly Attempt[], span: number) =>
            new Set([...earlier.filter(of => of.at > at - span).map(({ card }) => card), ...present]).size;
        const otherEmails = (earlier: readonly Attempt[]) =>
            new Set(earlier.map(of => sameMailbox(of.email)).filter(other => other !== email)).size;
        const couponUses = (earlier: readonly Attempt[]) =>
            earlier.filter(of => !of.declined && of.coupons.some(code => coupons.includes(code))).length;
        return {
            cardsByDevice24h: cards(ofDevice, day),
            cardsByDevice7d: cards(ofDevice, 7 * day),
            cardsByEmail24h: cards(ofEmail, day),
            cardsByEmail7d: cards(ofEmail, 7 * day),
            otherEmailsByDevice7d: otherEmails(ofDevice),
            otherEmailsByAddress7d: otherEmails(ofAddress),
            otherDevicesByEmail7d: new Set(
                ofEmail.map(of => of.device).filter(other => other !== undefined && other !== device),
            ).size,
            couponUsesByAddress7d: couponUses(ofAddress),
            couponUsesByDevice7d: couponUses(ofDevice),
        };
    }
}

function keysOf(attempt: Attempt) {
    return {
        customer: attempt.customer,
        email: sameMailbox(attempt.email),
        address: samePlace(postal(attempt.shipping)),
        device: attempt.device,
        network: attempt.network,
        card: attempt.savedCard ? attempt.card : undefined,
        order: attempt.order,
    };
}

function factsOf(attempt: Attempt): OrderFacts {
    return {
        amount: attempt.amount,
        emailAddress: attempt.email,
        isDisposableMail: disposableDomains.has(attempt.email.split('@')[1]!),
        billing: postal(attempt.billing),
        shipping: postal(attempt.shipping),
        networkCountry: attempt.networkCountry,
        hasDevice: attempt.device !== undefined,
        couponCount: attempt.coupons.length,
        at: new Date(attempt.at),
    };
}

function postal({ street, postalCode, country }: Address): PostalAddress {
    return { street, postalCode, countryCode: country };
}

function daysSince(then: number | undefined, now: number): number | null {
    return then === undefined ? null : (now - then) / day;
}
