import { Inject, Injectable } from '@nestjs/common';
import { type BehaviourEvent, metrics } from '@efi/plugin-kit';
import { Logger, TransactionalConnection } from '@vendure/core';
import type { EntityManager } from 'typeorm';
import { BEHAVIOUR_OPTIONS, type ResolvedBehaviourOptions } from '../../behaviour.options';
import { keptActs } from '../../application/kept-acts';
import { ConsentRecords } from '../consent-records';
import { countDropped } from './dropped';

/** Counts that all processes add to; in one order, so that none waits for another in a circle. */
const addCounts = `
    INSERT INTO efi_behaviour_count (day, "channelId", type, consented, count)
    SELECT day, channel, type, consented, count(*) FROM unnest(
               $1::date[], $2::int[], $3::varchar[], $4::boolean[]
           ) AS acts (day, channel, type, consented)
     GROUP BY day, channel, type, consented ORDER BY day, channel, type, consented
    ON CONFLICT (day, "channelId", type, consented)
    DO UPDATE SET count = efi_behaviour_count.count + EXCLUDED.count`;

const addEvents = `
    INSERT INTO efi_behaviour_event (at, "channelId", type, session, "customerId", "productId",
                                     "productVariantId", quantity, term, "resultCount", "recommendationId")
    SELECT * FROM unnest($1::timestamptz[], $2::int[], $3::varchar[], $4::varchar[], $5::int[], $6::int[],
                         $7::int[], $8::int[], $9::varchar[], $10::int[], $11::varchar[])`;

/** Writes events some at a time, so that no request waits for it. What can't be written is dropped and counted. */
@Injectable()
export class EventWriter {
    private waiting: BehaviourEvent[] = [];
    private timer: NodeJS.Timeout | undefined;
    private writing: Promise<void> = Promise.resolve();

    constructor(
        private readonly connection: TransactionalConnection,
        private readonly consent: ConsentRecords,
        @Inject(BEHAVIOUR_OPTIONS) private readonly options: ResolvedBehaviourOptions,
    ) {}

    add(event: BehaviourEvent): void {
        if (this.waiting.length >= this.options.bufferedEvents) {
            countDropped('buffer', 1);
            return;
        }
        this.waiting.push(event);
        this.timer ??= setTimeout(() => void this.flush(), this.options.flushIntervalMs).unref();
    }

    /** Comes back when everything that waits now is written, or dropped. */
    flush(): Promise<void> {
        clearTimeout(this.timer);
        this.timer = undefined;
        const batch = this.waiting;
        this.waiting = [];
        if (batch.length > 0) {
            this.writing = this.writing.then(() => this.write(batch));
        }
        return this.writing;
    }

    private async write(batch: readonly BehaviourEvent[]): Promise<void> {
        try {
            await this.connection.rawConnection.transaction(async manager => {
                const events = await this.withoutRevoked(manager, batch);
                await writeCounts(manager, events);
                await writeEvents(manager, events.filter(isKept));
            });
            metrics()
                .counter('efi_behaviour_events_total', 'Acts of shoppers written.')
                .increment({}, batch.length);
        } catch (error) {
            countDropped('write', batch.length);
            Logger.error(
                `${batch.length} behaviour events could not be written: ${String(error)}`,
                'BehaviourPlugin',
            );
        }
    }

    /** An event of somebody who has revoked since it happened loses everything that it was about but its kind. */
    private async withoutRevoked(
        manager: EntityManager,
        batch: readonly BehaviourEvent[],
    ): Promise<BehaviourEvent[]> {
        const customers = batch.flatMap(({ customerId }) => customerId ?? []);
        const agreed = customers.length > 0 ? await this.consent.holdAgreed(manager, customers) : new Set();
        return batch.map(event =>
            event.customerId === undefined || agreed.has(String(event.customerId))
                ? event
                : { act: event.act, at: event.at, channelId: event.channelId },
        );
    }
}

/** Of an act without consent to anything, only the count is kept. */
function isKept(event: BehaviourEvent): boolean {
    return event.session !== undefined || event.customerId !== undefined;
}

async function writeCounts(manager: EntityManager, events: readonly BehaviourEvent[]): Promise<void> {
    await manager.query(addCounts, [
        events.map(({ at }) => at.toISOString().slice(0, 10)),
        events.map(({ channelId }) => channelId),
        events.map(({ act }) => act.type),
        events.map(isKept),
    ]);
}

async function writeEvents(manager: EntityManager, events: readonly BehaviourEvent[]): Promise<void> {
    const rows = events.flatMap(event => keptActs(event.act).map(kept => ({ ...event, ...kept })));
    if (rows.length === 0) {
        return;
    }
    await manager.query(addEvents, [
        rows.map(({ at }) => at),
        rows.map(({ channelId }) => channelId),
        rows.map(({ type }) => type),
        rows.map(({ session }) => session ?? null),
        rows.map(({ customerId }) => customerId ?? null),
        rows.map(({ productId }) => productId),
        rows.map(({ productVariantId }) => productVariantId),
        rows.map(({ quantity }) => quantity),
        rows.map(({ term }) => term),
        rows.map(({ resultCount }) => resultCount),
        rows.map(({ recommendationId }) => recommendationId),
    ]);
}
