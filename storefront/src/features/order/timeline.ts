/** What happens to an order, in the shopper's terms; each is a message under `timeline`. */
type TimelineKind =
    | 'placed'
    | 'paid'
    | 'changed'
    | 'shipped'
    | 'shippedPart'
    | 'ready'
    | 'delivered'
    | 'deliveredPart'
    | 'collected'
    | 'cancelled'
    | 'refunded'
    | 'withdrawn'
    | 'note';

export interface TimelineEntry {
    readonly id: string;
    readonly kind: TimelineKind;
    /** ISO 8601. */
    readonly at: string;
    readonly trackingCode?: string;
    /** How many pieces, where it is not all of them. */
    readonly pieces?: number;
    /** Written by the shop's staff, in plain text. */
    readonly note?: string;
}

interface Progress {
    readonly orderPlacedAt: string | null;
    readonly totalQuantity: number;
    readonly shippingLines: readonly { readonly shippingMethod: { readonly efiIsPickUp: boolean } }[];
    readonly fulfillments:
        | readonly {
              readonly id: string;
              readonly trackingCode: string | null;
              readonly lines: readonly { readonly quantity: number }[];
          }[]
        | null;
    readonly history: {
        readonly items: readonly {
            readonly id: string;
            readonly type: string;
            readonly createdAt: string;
            readonly data: unknown;
        }[];
    };
}

type HistoryItem = Progress['history']['items'][number];
type Told = Omit<TimelineEntry, 'id' | 'at'>;

/** What of an order's history matters to who ordered, from the first to the last. */
export function timelineOf(progress: Progress): TimelineEntry[] {
    const placed: TimelineEntry[] = progress.orderPlacedAt
        ? [{ id: 'placed', kind: 'placed', at: progress.orderPlacedAt }]
        : [];
    const later = progress.history.items.flatMap(item => {
        const told = tell(item, progress);
        return told ? [{ id: item.id, at: item.createdAt, ...told }] : [];
    });
    return [...placed, ...later].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function tell(item: HistoryItem, progress: Progress): Told | undefined {
    const to = text(item.data, 'to');
    switch (item.type) {
        case 'ORDER_STATE_TRANSITION':
            return stateReached(to);
        case 'ORDER_FULFILLMENT_TRANSITION':
            return parcelMoved(to, text(item.data, 'fulfillmentId'), progress);
        case 'ORDER_REFUND_TRANSITION':
            return to === 'Settled' ? { kind: 'refunded' } : undefined;
        case 'ORDER_MODIFIED':
            return { kind: 'changed' };
        case 'ORDER_NOTE': {
            const note = text(item.data, 'note');
            const kind = text(item.data, 'efiWithdrawnAt') ? 'withdrawn' : 'note';
            return note ? { kind, note } : undefined;
        }
        default:
            return undefined;
    }
}

function stateReached(state: string | undefined): Told | undefined {
    if (state === 'PaymentSettled') {
        return { kind: 'paid' };
    }
    return state === 'Cancelled' ? { kind: 'cancelled' } : undefined;
}

function parcelMoved(
    state: string | undefined,
    id: string | undefined,
    progress: Progress,
): Told | undefined {
    if (state !== 'Shipped' && state !== 'Delivered') {
        return undefined;
    }
    const parcel = progress.fulfillments?.find(entry => entry.id === id);
    const pieces = parcel?.lines.reduce((sum, line) => sum + line.quantity, 0);
    const isPart = pieces !== undefined && pieces < progress.totalQuantity;
    const isCollected = progress.shippingLines.some(line => line.shippingMethod.efiIsPickUp);
    if (isCollected) {
        return { kind: state === 'Shipped' ? 'ready' : 'collected' };
    }
    const trackingCode = (state === 'Shipped' && parcel?.trackingCode) || undefined;
    const kind = state === 'Shipped' ? 'shipped' : 'delivered';
    return { kind: isPart ? `${kind}Part` : kind, trackingCode, pieces: isPart ? pieces : undefined };
}

function text(data: unknown, key: string): string | undefined {
    const value: unknown =
        typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[key] : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
