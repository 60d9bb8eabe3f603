/** A price or a count that an import changed. */
export interface Change {
    readonly variantId: number;
    /** `price-EUR-1` in the channel with this number, `stock-1` at the place with this number. */
    readonly what: string;
    /** Nothing when there was none. */
    readonly before: number | null;
    readonly after: number;
}
