import { decide, decideByRule, type Trace } from '../../domain/rules/decide';
import { inOrder } from '../../domain/rules/rule';
import { validOffer } from '../../domain/schedule/offer';
import { nextWindow, type SaleWindow } from '../../domain/schedule/sale-window';
import type { PriceToDecide } from './facts-reader';
import type { RunContext } from './run-context';

/** A price that a run would have be another one. */
export interface Decision extends PriceToDecide {
    readonly trace: Trace;
    readonly window: SaleWindow;
    readonly isSale: boolean;
}

export interface DecidedPage {
    readonly decisions: readonly Decision[];
    /** Prices that stay for want of data. */
    readonly held: number;
    /** Prices that stay and are the engine's: their offers are to be renewed. */
    readonly renewed: readonly PriceToDecide[];
}

/** How far ahead sales are put onto prices, in milliseconds: a worker may be down for that long. */
const AHEAD = 24 * 3_600_000;

/**
 * Decides about a page of prices.
 *
 * @param until - When a price that no run renews goes back to the list price.
 */
export function decidePage(
    page: readonly PriceToDecide[],
    run: Pick<RunContext, 'rules' | 'guards'>,
    now: Date,
    until: Date,
): DecidedPage {
    const sales = saleRules(run, now);
    const decisions: Decision[] = [];
    const renewed: PriceToDecide[] = [];
    let held = 0;
    for (const price of page) {
        const sale = saleOf(price, sales, run, now);
        const offer = validOffer(price.stored);
        if (sale) {
            if (!isOnOffer(price, sale)) {
                decisions.push(sale);
            }
        } else if (offer?.isSale && now.getTime() < offer.until) {
            // A sale whose rule is gone, or waits for another day, ends as it was announced.
            continue;
        } else {
            const trace = decide(price.facts, run.rules, run.guards, price.guards, now);
            held += trace.basis === 'held-for-want-of-data' ? 1 : 0;
            if (trace.price !== price.facts.currentPrice) {
                decisions.push({ ...price, trace, window: { from: now, until }, isSale: false });
            } else if (offer) {
                renewed.push(price);
            }
        }
    }
    return { decisions, held, renewed };
}

function saleRules({ rules }: Pick<RunContext, 'rules'>, now: Date) {
    return inOrder(rules).flatMap(rule => {
        const window = nextWindow(rule, now);
        return window && window.from.getTime() <= now.getTime() + AHEAD ? [{ rule, window }] : [];
    });
}

function saleOf(
    price: PriceToDecide,
    sales: ReturnType<typeof saleRules>,
    { guards }: Pick<RunContext, 'guards'>,
    now: Date,
): Decision | null {
    for (const { rule, window } of sales) {
        const trace = decideByRule(price.facts, rule, guards, price.guards, now);
        if (trace && !price.guards.isLocked && trace.price !== price.facts.listPrice) {
            return { ...price, trace, window, isSale: true };
        }
    }
    return null;
}

/** Whether the sale is on the price already, so that the runs of a minute do not each write it. */
function isOnOffer({ stored }: PriceToDecide, { window, trace }: Decision): boolean {
    const offer = validOffer(stored);
    return offer !== null && offer.ruleId === ruleOf(trace) && offer.until === window.until.getTime();
}

/** The rule of a sale. */
export function ruleOf(trace: Trace): number | null {
    return trace.fired[0]?.ruleId ?? null;
}
