/** Sizes that a rail has while it loads, when it is there and when there is none: nothing moves in between. */
export const railStyle = {
    list: '-mx-1 mt-6 flex scroll-smooth gap-4 overflow-x-auto overscroll-x-contain px-1 py-1 [scrollbar-width:none] md:gap-6',
    item: 'relative w-40 shrink-0 md:w-56',
    picture: 'relative aspect-4/5 overflow-hidden rounded-xl bg-surface',
    name: 'mt-3 line-clamp-2 h-11 text-[0.95rem] leading-snug font-medium hyphens-auto',
    price: 'mt-1 h-6 text-[0.95rem] text-muted tabular-nums',
    reason: 'flex h-11 items-center gap-1',
} as const;
