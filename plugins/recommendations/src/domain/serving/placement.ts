/** Where recommendations are shown, which decides what they are about. */
const placements = [
    'SIMILAR',
    'BOUGHT_TOGETHER',
    'FOR_YOU',
    'TRENDING',
    'COMPLETE_THE_CART',
    'AFTER_PURCHASE',
    'EMAIL',
] as const;

export type Placement = (typeof placements)[number];

export function isPlacement(word: string): word is Placement {
    return (placements as readonly string[]).includes(word);
}
