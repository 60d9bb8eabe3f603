import { z } from 'zod';
import { limits, type Act } from './act';

const id = z.string().regex(/^[\w-]{1,64}$/);
const recommendationId = z.string().regex(new RegExp(`^[\\w.-]{1,${limits.recommendationId}}$`));

const act = z.union([
    z.strictObject({ productViewed: z.strictObject({ productId: id }) }),
    z.strictObject({
        searched: z.strictObject({
            term: z.string().max(limits.term),
            resultCount: z.int().min(0).max(1_000_000_000),
        }),
    }),
    z.strictObject({
        recommendationShown: z.strictObject({
            recommendationId,
            productIds: z.array(id).min(1).max(limits.productIds),
        }),
    }),
    z.strictObject({ recommendationClicked: z.strictObject({ recommendationId, productId: id }) }),
]);

const acts = z.array(act).min(1).max(limits.acts);

/** @returns What a browser sent, or `undefined` when it is not what ours send. */
export function readActs(text: string): readonly Act[] | undefined {
    try {
        return acts.safeParse(JSON.parse(text)).data;
    } catch {
        return undefined;
    }
}
