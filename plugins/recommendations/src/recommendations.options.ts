/** What can be set in `RecommendationsPlugin.init()`. */
export interface RecommendationsOptions {
    /**
     * How long a list may take, in milliseconds. After half of it a list goes without the shopper's past, after all
     * of it the answer is empty.
     *
     * @default 50
     */
    budgetMs?: number;
    /** Of one category in a list, as long as there are others to fill it. @default 4 */
    mostOfOneCategory?: number;
    /** Code of the facet whose values are the categories. A product has one or none. @default 'category' */
    categoryFacet?: string;
    /** Share of the lists whose last place goes to a new product, from 0 to 1. @default 0.1 */
    explorationShare?: number;
    /** How long a product is new, in days. @default 30 */
    newcomerDays?: number;
    /**
     * Whether personal lists may show what somebody bought before. Right for what is used up, wrong for furniture.
     *
     * @default false
     */
    repeatPurchases?: boolean;
    /** How far back orders are learned from, in days. @default 730 */
    historyDays?: number;
    /** How long it is kept which lists were shown, clicked and bought from, in days. @default 90 */
    keepListsDays?: number;
}

/** The options with their defaults. */
export type ResolvedRecommendationsOptions = Readonly<Required<RecommendationsOptions>>;

/** Token by which the plugin's parts are given its options. */
export const RECOMMENDATIONS_OPTIONS = Symbol('RECOMMENDATIONS_OPTIONS');

/**
 * Fills in the defaults.
 *
 * @throws Error that names the option and what it must be.
 */
export function resolveOptions(options: RecommendationsOptions): ResolvedRecommendationsOptions {
    const resolved = {
        budgetMs: 50,
        mostOfOneCategory: 4,
        categoryFacet: 'category',
        explorationShare: 0.1,
        newcomerDays: 30,
        repeatPurchases: false,
        historyDays: 730,
        keepListsDays: 90,
        ...options,
    };
    for (const name of [
        'budgetMs',
        'mostOfOneCategory',
        'newcomerDays',
        'historyDays',
        'keepListsDays',
    ] as const) {
        if (!Number.isInteger(resolved[name]) || resolved[name] < 1) {
            throw new Error(
                `RecommendationsPlugin: ${name} must be a whole number of at least 1, not ${resolved[name]}.`,
            );
        }
    }
    if (!(resolved.explorationShare >= 0 && resolved.explorationShare <= 1)) {
        throw new Error(
            `RecommendationsPlugin: explorationShare must be from 0 to 1, not ${resolved.explorationShare}.`,
        );
    }
    return resolved;
}
