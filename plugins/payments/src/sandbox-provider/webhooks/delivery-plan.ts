import type { Behaviour } from '../books/payment';

/** How webhooks are sent, for all payments. */
export interface WebhookPlan {
    readonly copies: number;
    readonly shuffleMs: number;
}

/** How long the first event of a shuffled payment waits: long enough for later ones to overtake it. */
const OVERTAKEN_MS = 3_000;

/**
 * How long each delivery of an event waits, in milliseconds.
 *
 * @param isFirst - Whether it is the payment's first event.
 * @param random - In [0, 1).
 */
export function deliveryDelays(
    behaviour: Behaviour,
    isFirst: boolean,
    plan: WebhookPlan,
    lateMs: number,
    random: () => number,
): readonly number[] {
    const ofBehaviour = { webhook_late: lateMs, webhook_shuffled: isFirst ? OVERTAKEN_MS : 0 };
    const base = behaviour in ofBehaviour ? ofBehaviour[behaviour as keyof typeof ofBehaviour] : 0;
    const copies = behaviour === 'webhook_twice' ? Math.max(2, plan.copies) : plan.copies;
    return Array.from({ length: copies }, () => base + Math.floor(random() * plan.shuffleMs));
}
