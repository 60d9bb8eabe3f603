import type { Problem } from '../../domain/catalogue-product';

/** Where in the shop a file goes. */
export interface Destination {
    readonly channelId: number;
    readonly currencyCode: string;
    /** What is new also belongs to the default channel, as Vendure will have it. */
    readonly defaultChannel: { readonly id: number; readonly currencyCode: string };
    /** Of slugs, and of what names no language. */
    readonly mainLanguage: string;
    readonly stockLocationId: number;
    readonly taxCategories: ReadonlyArray<{ readonly id: number; readonly name: string }>;
    readonly defaultTaxCategoryId: number;
    readonly slugOf: (name: string) => string;
}

export function channelsOf({ channelId, defaultChannel }: Destination): number[] {
    return [...new Set([channelId, defaultChannel.id])];
}

/** Something is wrong with one product of a batch, and with no other one. */
export class ProductError extends Error {
    constructor(readonly problem: Problem) {
        super(problem.reason);
    }
}
