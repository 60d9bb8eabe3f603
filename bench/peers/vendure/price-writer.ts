import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphQlClient } from '../../../e2e/support/graphql-client';
import { untilIdle } from '../../measuring/vendure-jobs';
import type { Writer } from '../contender';

const UPDATE = `mutation ($input: [UpdateProductVariantInput!]!) { updateProductVariants(input: $input) { id } }`;

interface Priced {
    readonly id: string;
    readonly slug: string;
    readonly price: number;
}

/** Gives one variant of a product another price, as a merchant does. */
export function priceWriter(
    admin: GraphQlClient,
    slugs: readonly string[],
    variants: readonly Priced[],
): Writer {
    const changed = new Map<string, Priced>();
    let above = 1;
    return {
        async write(key) {
            const variant = variants.find(({ slug }) => slug === slugs[key]) ?? variants[0];
            if (variant) {
                changed.set(variant.id, variant);
                await admin.run(UPDATE, { input: [{ id: variant.id, price: variant.price + above++ }] });
            }
        },
        async settle() {
            const input = [...changed.values()].map(({ id, price }) => ({ id, price }));
            changed.clear();
            if (input.length) {
                await admin.run(UPDATE, { input });
                // Vendure gathers for a moment what follows from several changes.
                await sleep(500);
                await untilIdle(admin);
            }
        },
    };
}
