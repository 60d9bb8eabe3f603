export interface Page {
    readonly skip: number;
    readonly take: number;
}

const MOST = 200;

/** Within bounds, whatever is asked for. */
export function pageOf({ skip, take }: Page): Page {
    return { skip: Math.max(0, skip), take: Math.min(MOST, Math.max(1, take)) };
}
