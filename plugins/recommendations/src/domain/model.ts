/**
 * What the models learn from, column by column: the i-th entries of all columns are one observed act. Users, items
 * and baskets are dense indexes (0 … n−1), never database ids.
 */
export interface TrainingSet {
    readonly users: number;
    readonly items: number;
    readonly user: Int32Array;
    readonly item: Int32Array;
    /** When it happened, in ms since the epoch. */
    readonly at: Float64Array;
    /** How strongly the act speaks for the item: a purchase 1, an item put into the cart or viewed less. */
    readonly weight: Float32Array;
    /** What was bought, or looked at, in one go. A basket belongs to one user. */
    readonly basket: Int32Array;
    /** The end of the observed window, in ms since the epoch: "now" for whatever decays. */
    readonly until: number;
    /** What is known of each item by its index. Without it, items that nobody has touched can't be recommended. */
    readonly content?: readonly ItemContent[];
}

export interface ItemContent {
    /** Name and description, plain text in any language that puts blanks between words. */
    readonly text: string;
    /** Codes of facets, categories, brand: whatever two items can share. */
    readonly facets?: readonly string[];
}

/** One act of a person's past, as it is known when recommendations are asked for. */
export interface PastItem {
    readonly item: number;
    /** In ms since the epoch. */
    readonly at: number;
    /** As in {@link TrainingSet}. */
    readonly weight: number;
    /** Equal for items of one basket; any numbers, since they are compared with each other only. */
    readonly basket?: number;
}

/** What a model is asked with. Users are known by their past alone, so nobody is a row of a model. */
export interface Query {
    /** In any order. Empty for a person of whom nothing is known, or who did not consent. */
    readonly history: readonly PastItem[];
    /** In ms since the epoch. */
    readonly now: number;
}

export interface RankedItem {
    readonly item: number;
    /** Comparable within one answer only. Finite, above 0. */
    readonly score: number;
    /** The item of the person's past that spoke most for this one. Left out where none did. */
    readonly because?: number;
}

export interface RecommenderModel {
    readonly name: string;
    readonly items: number;
    /** A score per item, higher is better, 0 where the model has nothing to say. The array is the caller's. */
    scores(query: Query): Float64Array;
    /** At most `n` items with a score above 0, best first; ties go to the lower index. */
    recommend(query: Query, n: number, exclude?: (item: number) => boolean): RankedItem[];
    /** For each of these items, all with a score above 0, the one of the past that spoke most for it, where one did. */
    reasons(query: Query, items: readonly number[]): ReadonlyMap<number, number>;
    /** At most `n` items that go with this one, best first, without itself. Empty where the model has no such notion. */
    similar(item: number, n: number): RankedItem[];
}

/** A trained model as plain numbers, to be stored and loaded elsewhere: see `encodeArtefact`. */
export interface Artefact {
    /** Which kind of model it is, by {@link ModelKind.name}. */
    readonly kind: string;
    readonly numbers: Readonly<Record<string, number>>;
    readonly arrays: Readonly<Record<string, NumberArray>>;
}

export type NumberArray = Int32Array | Float32Array | Float64Array;

/** A way of learning: trains artefacts and makes models of them. Pure: the same set gives the same artefact. */
export interface ModelKind<Settings extends object> {
    readonly name: string;
    readonly defaults: Readonly<Settings>;
    train(set: TrainingSet, settings?: Partial<Settings>): Artefact;
    /** Throws when the artefact is of another kind. */
    load(artefact: Artefact): RecommenderModel;
}
