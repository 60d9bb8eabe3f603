/** The change of log units with the log of the price: −2 is 2 % less for 1 % dearer. */
export interface Slope {
    readonly mean: number;
    /** Of the normal distribution that has the interval below. */
    readonly deviation: number;
    /** 95 % interval. */
    readonly low: number;
    readonly high: number;
}

export interface EstimatedElasticity {
    readonly kind: 'estimated';
    /**
     * `shared`: own weeks, shrunk towards the family. `alone`: own weeks only, as the family is too small to learn from.
     * `family`: what the family says on a member of which nothing is known, as own weeks are `because`.
     */
    readonly basis: 'shared' | 'alone' | 'family';
    readonly because?: OwnWeeksUnfit;
    readonly slope: Slope;
    /** Standard deviation of a week's log units around what the model says. */
    readonly noise: number;
    /** Prices at which this product was sold. */
    readonly observed: PriceRange;
}

export interface PriceRange {
    readonly low: number;
    readonly high: number;
}

/** Why a product's own weeks can't tell its elasticity. */
export type OwnWeeksUnfit =
    'too-few-weeks' | 'weeks-without-sales' | 'too-little-price-variation' | 'price-moves-with-controls';

/** No number, and why none: there is nothing here to set a price by. */
interface InsufficientData {
    readonly kind: 'insufficient-data';
    readonly reason: OwnWeeksUnfit | 'interval-too-wide';
    readonly weeksWithSales: number;
}

export type Elasticity = EstimatedElasticity | InsufficientData;

/** What it takes to say a number. */
export interface ElasticityLimits {
    /** Weeks with sales. @default 12 */
    readonly minWeeks: number;
    /** Share of the weeks from first to last sale in which any were sold: logarithms can't hear the others. @default 0.8 */
    readonly minShareOfWeeksSold: number;
    /** Standard deviation of the log price: 0.03 is about 3 %. @default 0.03 */
    readonly minPriceDeviation: number;
    /** Share of the price's variance that controls leave unexplained: 0.1 is a variance inflation of 10. @default 0.1 */
    readonly minOwnPriceVariance: number;
    /** Width of the 95 % interval of the slope. @default 2 */
    readonly maxWidth: number;
    /** Members with fit weeks, below which a family's variance can't be told. @default 5 */
    readonly minMembers: number;
    /** Whether a member whose own weeks are unfit gets its family's elasticity. @default true */
    readonly borrow: boolean;
}

export const defaultLimits: ElasticityLimits = {
    minWeeks: 12,
    minShareOfWeeksSold: 0.8,
    minPriceDeviation: 0.03,
    minOwnPriceVariance: 0.1,
    maxWidth: 2,
    minMembers: 5,
    borrow: true,
};
