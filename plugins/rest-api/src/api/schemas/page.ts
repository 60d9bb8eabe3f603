import { z } from 'zod';

/** Parameters of a list that is read page by page. */
export const pageQuery = (mostItems: number, usualItems: number) => ({
    limit: z
        .int()
        .min(1)
        .max(mostItems)
        .default(usualItems)
        .meta({ description: 'How many items a page has at most.' }),
    cursor: z
        .string()
        .max(500)
        .optional()
        .meta({ description: '`nextCursor` of the page before. Without it, the first page.' }),
});

/** @param id - The name of the page's schema. */
export function pageOf<Item extends z.ZodType>(item: Item, id: string) {
    return z
        .object({
            items: z.array(item),
            nextCursor: z
                .string()
                .nullable()
                .describe('What the next page is asked for with; `null` on the last one.'),
        })
        .meta({ id });
}

/** A list's own problem. */
export const cursorProblem = {
    'wrong-cursor': { status: 400, title: 'The cursor is none of this list' },
} as const;

export const timeText = z.iso.datetime();
export const money = z.int().describe('In the minor unit of the currency: 1999 is 19.99 EUR.');
