import {
    type BeforeApplicationShutdown,
    Inject,
    Injectable,
    type OnApplicationBootstrap,
} from '@nestjs/common';
import {
    type BehaviourAct,
    type BehaviourEvent,
    type BehaviourEvents,
    behaviourEvents,
    type BehaviourRecorder,
    consentCheck,
} from '@efi/plugin-kit';
import { Logger, type RequestContext, TransactionalConnection } from '@vendure/core';
import { BEHAVIOUR_OPTIONS, type ResolvedBehaviourOptions } from '../../behaviour.options';
import { ConsentRecords } from '../consent-records';
import { visitOf } from '../visit';
import { VisitPseudonyms } from '../visit-pseudonyms';
import { countDropped } from './dropped';
import { EventWriter } from './event-writer';

/** Decides by consent what is known about an act, publishes it and hands it to the writer. Off the request's path. */
@Injectable()
export class ActRecorder implements BehaviourRecorder, OnApplicationBootstrap, BeforeApplicationShutdown {
    private readonly underWay = new Set<Promise<void>>();

    constructor(
        private readonly connection: TransactionalConnection,
        private readonly writer: EventWriter,
        private readonly pseudonyms: VisitPseudonyms,
        private readonly consent: ConsentRecords,
        @Inject(BEHAVIOUR_OPTIONS) private readonly options: ResolvedBehaviourOptions,
    ) {}

    onApplicationBootstrap(): void {
        this.events.setRecorder(this);
    }

    beforeApplicationShutdown(): Promise<void> {
        return this.settle();
    }

    record(ctx: RequestContext, acts: readonly BehaviourAct[]): void {
        if (this.underWay.size >= this.options.bufferedEvents) {
            countDropped('buffer', acts.length);
            return;
        }
        const work = this.take(ctx, acts, new Date())
            .catch((error: unknown) => {
                countDropped('write', acts.length);
                Logger.error(`Acts could not be taken in: ${String(error)}`, 'BehaviourPlugin');
            })
            .finally(() => this.underWay.delete(work));
        this.underWay.add(work);
    }

    /** Comes back when all that was recorded until now is written. */
    async settle(): Promise<void> {
        await Promise.all(this.underWay);
        await this.writer.flush();
    }

    private async take(ctx: RequestContext, acts: readonly BehaviourAct[], at: Date): Promise<void> {
        const who = await this.whoAsAgreed(ctx);
        for (const act of acts) {
            const event: BehaviourEvent = { act, at, channelId: ctx.channelId, ...who };
            this.writer.add(event);
            this.events.publish(event);
        }
    }

    private async whoAsAgreed(ctx: RequestContext): Promise<Pick<BehaviourEvent, 'session' | 'customerId'>> {
        const check = consentCheck(this.connection.rawConnection);
        const visit = (await check.has(ctx, 'analytics')) ? visitOf(ctx) : undefined;
        const customerId =
            ctx.activeUserId && (await check.has(ctx, 'personalisation'))
                ? await this.consent.customerOf(ctx.activeUserId)
                : undefined;
        return {
            ...(visit !== undefined && { session: await this.pseudonyms.of(visit) }),
            ...(customerId !== undefined && { customerId }),
        };
    }

    private get events(): BehaviourEvents {
        return behaviourEvents(this.connection.rawConnection);
    }
}
