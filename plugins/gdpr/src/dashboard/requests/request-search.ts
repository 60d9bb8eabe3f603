/** Which requests are shown: as the page's address has it. */
export interface Search {
    readonly show: Show;
    readonly kind: string;
    readonly customer: string;
}

const OPEN = ['RECEIVED', 'VERIFIED', 'IN_PROGRESS', 'PARTIAL'] as const;
const ENDED = ['COMPLETED', 'REFUSED', 'CANCELLED'] as const;

/** The states of each list. */
export const shows = {
    open: OPEN,
    unverified: ['RECEIVED'],
    partial: ['PARTIAL'],
    ended: ENDED,
    all: [...OPEN, ...ENDED],
} as const;

export type Show = keyof typeof shows;

/** Takes from an address what is a filter. A number in it came in as one. */
export function searchOf({ show, kind, customer }: Readonly<Record<string, unknown>>): Search {
    return {
        show: typeof show === 'string' && show in shows ? (show as Show) : 'open',
        kind: typeof kind === 'string' ? kind : '',
        customer: typeof customer === 'number' || typeof customer === 'string' ? String(customer) : '',
    };
}

/** As the Admin API wants it. */
export function optionsOf({ show, kind, customer }: Search): Record<string, unknown> {
    return {
        states: shows[show],
        ...(kind && { kinds: [kind] }),
        ...(customer && { customerId: customer }),
    };
}

/** The page with this search. */
export function pageOf({ show, kind, customer }: Partial<Search>): string {
    const text = new URLSearchParams({
        ...(show && show !== 'open' && { show }),
        ...(kind && { kind }),
        ...(customer && { customer }),
    }).toString();
    return text === '' ? '/privacy-requests' : `/privacy-requests?${text}`;
}
