import type { ID, RequestContext } from '@vendure/core';
import type { DataSource } from 'typeorm';

/** A product, and the variant of it when one was chosen. */
interface Wanted {
    readonly productId: ID;
    readonly productVariantId: ID;
    readonly quantity: number;
}

/**
 * Something that a shopper did. `orderId` leads to a person: whoever keeps it beside a pseudonym needs that person's
 * consent to personalisation.
 */
export type BehaviourAct =
    | { readonly type: 'product-viewed'; readonly productId: ID }
    | { readonly type: 'searched'; readonly term: string; readonly resultCount: number }
    | {
          readonly type: 'recommendation-shown';
          readonly recommendationId: string;
          readonly productIds: readonly ID[];
      }
    | {
          readonly type: 'recommendation-clicked';
          readonly recommendationId: string;
          readonly productId: ID;
      }
    | ({ readonly type: 'added-to-cart'; readonly orderId: ID } & Wanted)
    | ({ readonly type: 'removed-from-cart'; readonly orderId: ID } & Wanted)
    | { readonly type: 'order-placed'; readonly orderId: ID; readonly lines: readonly Wanted[] };

export type BehaviourActType = BehaviourAct['type'];

/** An act with as much of its circumstances as the person agreed to. */
export interface BehaviourEvent {
    readonly act: BehaviourAct;
    readonly at: Date;
    readonly channelId: ID;
    /** The visit's pseudonym, which changes from time to time. Only with consent to analytics. */
    readonly session?: string;
    /** Only with consent to personalisation, and when the person is signed in. */
    readonly customerId?: ID;
}

/** Takes acts in, decides by consent what is kept of them, and publishes the rest. */
export interface BehaviourRecorder {
    /** Comes back at once; never fails its caller. */
    record(ctx: RequestContext, acts: readonly BehaviourAct[]): void;
}

export type BehaviourListener = (event: BehaviourEvent) => void;

/** Where acts of shoppers enter and leave. Without a recorder nothing is recorded, and nobody hears of anything. */
export class BehaviourEvents {
    private recorder: BehaviourRecorder | undefined;
    private readonly listeners = new Set<BehaviourListener>();

    record(ctx: RequestContext, acts: readonly BehaviourAct[]): void {
        this.recorder?.record(ctx, acts);
    }

    /**
     * @param listener - Called with each event in the process that took it in. Must come back at once and not throw.
     * @returns Ends the subscription.
     */
    subscribe(listener: BehaviourListener): () => void {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
    }

    /** For the recorder. */
    publish(event: BehaviourEvent): void {
        for (const listener of this.listeners) {
            listener(event);
        }
    }

    setRecorder(recorder: BehaviourRecorder): void {
        this.recorder = recorder;
    }
}

const events = new WeakMap<DataSource, BehaviourEvents>();

/** The behaviour events of one running application, told apart by its data source. */
export function behaviourEvents(dataSource: DataSource): BehaviourEvents {
    const existing = events.get(dataSource) ?? new BehaviourEvents();
    events.set(dataSource, existing);
    return existing;
}
