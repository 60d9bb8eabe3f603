/** How much a word counts where it is found. */
export interface FieldWeights {
    /** @default 10 */
    readonly sku: number;
    /** @default 2 */
    readonly productName: number;
    /** @default 1.5 */
    readonly variantName: number;
    /** @default 1 */
    readonly description: number;
}

export interface SearchPluginOptions {
    /**
     * How much a word counts in each field, from 0 to 10. The defaults are those of Vendure's own search.
     */
    weights?: Partial<FieldWeights>;
    /**
     * Whether changes wait until somebody runs `runPendingSearchIndexUpdates`, for shops that change much at once and
     * want to choose the hour.
     *
     * @default false
     */
    bufferUpdates?: boolean;
    /**
     * What else a strategy of your own reads of a variant to tell its price, as relations of `ProductVariant`.
     * `taxCategory` and `productVariantPrices` are always there.
     *
     * @default []
     */
    variantRelations?: readonly string[];
    /**
     * The width of the steps in which prices are counted, in minor units.
     *
     * @default 1000
     */
    priceInterval?: number;
    /**
     * Whether products that are out of stock rank behind those in stock where nobody asks for another order. Channels
     * may choose otherwise in the Dashboard. Off by default, so that answers are in the order of Vendure's own search
     * until somebody wants another one.
     *
     * @default false
     */
    inStockFirst?: boolean;
    /**
     * Address of the database for hearing of changed synonyms and arrangements, where the application's own leads
     * through a pooler in transaction mode.
     *
     * @default the application's
     */
    listenUrl?: string;
}

export interface ResolvedSearchOptions {
    readonly weights: FieldWeights;
    readonly bufferUpdates: boolean;
    readonly variantRelations: readonly string[];
    readonly priceInterval: number;
    readonly inStockFirst: boolean;
    readonly listenUrl?: string;
}

export const SEARCH_OPTIONS = Symbol('SEARCH_OPTIONS');

/** @throws RangeError for a value that makes no sense. */
export function resolveSearchOptions(options: SearchPluginOptions): ResolvedSearchOptions {
    const weights = { sku: 10, productName: 2, variantName: 1.5, description: 1, ...options.weights };
    for (const [field, weight] of Object.entries(weights)) {
        if (!(weight >= 0 && weight <= 10)) {
            throw new RangeError(
                `SearchPlugin: the weight of ${field} must be from 0 to 10, not ${String(weight)}.`,
            );
        }
    }
    const priceInterval = options.priceInterval ?? 1_000;
    if (!Number.isSafeInteger(priceInterval) || priceInterval < 1) {
        throw new RangeError(
            `SearchPlugin: priceInterval must be a whole number from 1, not ${priceInterval}.`,
        );
    }
    return {
        weights,
        bufferUpdates: options.bufferUpdates ?? false,
        variantRelations: options.variantRelations ?? [],
        priceInterval,
        inStockFirst: options.inStockFirst ?? false,
        listenUrl: options.listenUrl,
    };
}
