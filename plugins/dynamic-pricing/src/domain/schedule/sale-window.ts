import type { PricingRule } from '../rules/rule';
import { addDays, inZone, zonedToUtc } from './zoned-time';

/** The stretch of time in which a sale's price holds; `until` is not included. */
export interface SaleWindow {
    readonly from: Date;
    readonly until: Date;
}

/**
 * When a sale is on, or is on next.
 *
 * @returns `null` for a rule that is no sale, one without an end, and one whose windows are all past.
 */
export function nextWindow(rule: PricingRule, now: Date): SaleWindow | null {
    const { effect, startsAt, endsAt } = rule;
    if (effect.kind === 'flash-sale') {
        return endsAt && endsAt > now ? { from: startsAt ?? now, until: endsAt } : null;
    }
    if (effect.kind !== 'happy-hours') {
        return null;
    }
    const today = inZone(now, effect.timeZone);
    // From yesterday, whose hours may reach past midnight, to the same weekday a week ahead.
    for (let offset = -1; offset <= 7; offset++) {
        const day = addDays(today, offset);
        if (effect.weekdays.includes(day.weekday)) {
            const from = zonedToUtc(day, effect.from, effect.timeZone);
            const lastDay = effect.to > effect.from ? day : addDays(day, 1);
            const window = within(from, zonedToUtc(lastDay, effect.to, effect.timeZone), startsAt, endsAt);
            if (window && window.until > now) {
                return window;
            }
        }
    }
    return null;
}

function within(from: Date, until: Date, earliest: Date | null, latest: Date | null): SaleWindow | null {
    const begin = earliest && earliest > from ? earliest : from;
    const end = latest && latest < until ? latest : until;
    return begin < end ? { from: begin, until: end } : null;
}
