/** Which variants a rule is about. Every list that is given has to match; an empty scope means all variants. */
export interface RuleScope {
    readonly variantIds?: readonly number[];
    readonly productIds?: readonly number[];
    readonly collectionIds?: readonly number[];
    readonly facetValueIds?: readonly number[];
}

/**
 * What a rule does. Its inputs are facts about goods and the clock: there is no field for anything about a person,
 * save a group of customers that the merchant declares. Percentages are signed, `-10` takes a tenth off.
 */
export type RuleEffect =
    | {
          readonly kind: 'stock';
          readonly stockAtMost?: number;
          readonly stockAtLeast?: number;
          /** Days since the variant was made. */
          readonly ageDaysAtLeast?: number;
          readonly changePercent: number;
      }
    | {
          readonly kind: 'demand';
          /** Units sold over units expected. */
          readonly ratioAtLeast?: number;
          readonly ratioAtMost?: number;
          readonly changePercent: number;
      }
    /** For as long as the rule has effect, by the clock to the second. */
    | { readonly kind: 'flash-sale'; readonly changePercent: number }
    | {
          readonly kind: 'happy-hours';
          /** 1 is Monday, 7 Sunday. */
          readonly weekdays: readonly number[];
          /** `HH:MM`; a time that is not later than `from` means on the next day. */
          readonly from: string;
          readonly to: string;
          readonly timeZone: string;
          readonly changePercent: number;
      }
    /** Moves evenly from one change to the other between the rule's start and end. */
    | { readonly kind: 'end-of-season'; readonly fromPercent: number; readonly toPercent: number }
    | {
          readonly kind: 'competitor';
          readonly target: 'lowest' | 'weighted-mean';
          readonly offsetPercent: number;
          readonly maxAgeHours: number;
          readonly minCompetitors: number;
          /** By competitor; one that is not named weighs 1, one that weighs 0 is left out. */
          readonly weights: Readonly<Record<string, number>>;
      }
    | { readonly kind: 'cost-plus'; readonly markupPercent: number }
    | {
          readonly kind: 'customer-group';
          readonly customerGroupId: number;
          readonly changePercent: number;
          /** What the group's members are told about why their price is another one. */
          readonly declaration: string;
      }
    /** The price of a set from the prices of its parts. */
    | {
          readonly kind: 'bundle';
          readonly components: readonly { readonly variantId: number; readonly quantity: number }[];
          readonly changePercent: number;
      }
    /** The price of highest expected margin, where sales tell the elasticity. */
    | { readonly kind: 'elasticity' };

export type RuleKind = RuleEffect['kind'];

export interface PricingRule {
    readonly id: number;
    readonly name: string;
    /** The highest goes first; the older rule among equals. */
    readonly priority: number;
    readonly startsAt: Date | null;
    /** Not included. */
    readonly endsAt: Date | null;
    readonly scope: RuleScope;
    readonly effect: RuleEffect;
    readonly mayLower: boolean;
    readonly mayRaise: boolean;
    /** Works on what the rules before it made of the price, instead of losing to them. */
    readonly combines: boolean;
}

/** The order in which rules are asked, the same on every run and machine. */
export function inOrder(rules: readonly PricingRule[]): PricingRule[] {
    return [...rules].sort((a, b) => b.priority - a.priority || a.id - b.id);
}

export function hasEffectAt(rule: Pick<PricingRule, 'startsAt' | 'endsAt'>, now: Date): boolean {
    return (!rule.startsAt || rule.startsAt <= now) && (!rule.endsAt || now < rule.endsAt);
}
