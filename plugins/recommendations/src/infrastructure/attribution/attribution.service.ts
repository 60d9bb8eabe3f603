import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { behaviourEvents, type BehaviourEvent, metrics } from '@efi/plugin-kit';
import { Logger, TransactionalConnection } from '@vendure/core';
import { loggerCtx } from '../logger-context';
import { AttributionBooks } from './attribution-books';
import { TicketOffice } from './ticket-office';

/** More waiting than this is dropped: shoppers never wait for statistics. */
const MOST_WAITING = 1_000;

/**
 * Follows lists from shown to clicked, in the cart and bought, by the kit's behaviour events. What was shown to
 * people who did not agree to be counted becomes a number of the day and nothing else.
 */
@Injectable()
export class AttributionService implements OnApplicationBootstrap, OnModuleDestroy {
    private waiting: BehaviourEvent[] = [];
    private working: Promise<void> | undefined;
    private unsubscribe = () => {};

    constructor(
        private readonly connection: TransactionalConnection,
        private readonly tickets: TicketOffice,
        private readonly books: AttributionBooks,
    ) {}

    onApplicationBootstrap(): void {
        const events = behaviourEvents(this.connection.rawConnection);
        this.unsubscribe = events.subscribe(event => this.hear(event));
    }

    async onModuleDestroy(): Promise<void> {
        this.unsubscribe();
        await this.settled();
    }

    /** Resolves when all that was heard is in the books. */
    async settled(): Promise<void> {
        await this.working;
    }

    private hear(event: BehaviourEvent): void {
        if (this.waiting.length >= MOST_WAITING) {
            metrics()
                .counter(
                    'efi_recommendation_events_dropped_total',
                    'Events that came faster than they were stored',
                )
                .increment();
            return;
        }
        this.waiting.push(event);
        this.working ??= this.work().finally(() => {
            this.working = undefined;
        });
    }

    private async work(): Promise<void> {
        for (let event = this.waiting.shift(); event; event = this.waiting.shift()) {
            try {
                await this.enter(event);
            } catch (error) {
                Logger.warn(`An event of recommendations was not counted: ${String(error)}`, loggerCtx);
            }
        }
    }

    private async enter({ act, at, session }: BehaviourEvent): Promise<void> {
        switch (act.type) {
            case 'recommendation-shown':
            case 'recommendation-clicked': {
                const ticket = await this.tickets.check(act.recommendationId);
                if (!ticket) {
                    return;
                }
                const clicked = act.type === 'recommendation-clicked' ? Number(act.productId) : undefined;
                await (session === undefined
                    ? this.books.count(ticket, at, clicked !== undefined)
                    : this.books.follow(ticket, session, at, clicked));
                return;
            }
            case 'added-to-cart':
                if (session !== undefined) {
                    await this.books.noteInCart(session, Number(act.productId), at);
                }
                return;
            case 'order-placed':
                if (session !== undefined) {
                    await this.books.noteBought(
                        session,
                        act.lines.map(({ productId }) => Number(productId)),
                        at,
                    );
                }
                return;
            case 'product-viewed':
            case 'searched':
            case 'removed-from-cart':
                return;
        }
    }
}
