import { Inject, Injectable } from '@nestjs/common';
import { Customer, type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import { randomUUID } from 'node:crypto';
import { ILike, In, IsNull } from 'typeorm';
import {
    dueAt,
    isAutomatic,
    openStates,
    type RequestKind,
    type RequestState,
    startsAt,
    statesBefore,
} from '../domain/privacy-request';
import { GDPR_OPTIONS, type ResolvedGdprOptions } from '../gdpr.options';
import { AtOnce } from './at-once';
import { OutcomeMails } from './by-mail/outcome-mails';
import { EfiGdprRequest } from './entities';
import { isUuid } from './is-uuid';
import { RequestQueue } from './request-queue';
import { Notices } from './processors/notices';
import { type Rectified, Rectifications } from './processors/rectifications';

/** Why staff could not do it. */
export type DeskRefusal = 'NO_SUCH_CUSTOMER' | 'OPEN_ALREADY' | 'NOT_IN_THIS_STATE' | 'REASON_MISSING';

/** Whom staff open a request for: by one of the two. */
export interface NewDeskRequest {
    readonly emailAddress?: string | null;
    readonly customerId?: ID | null;
    readonly kind: RequestKind;
}

/** What staff do about requests: those that come by letter, deadlines and refusals. */
@Injectable()
export class RequestDesk {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly queue: RequestQueue,
        private readonly atOnce: AtOnce,
        private readonly notices: Notices,
        private readonly rectifications: Rectifications,
        private readonly outcomes: OutcomeMails,
        @Inject(GDPR_OPTIONS) private readonly options: ResolvedGdprOptions,
    ) {}

    /** For somebody who wrote or called, with an account or without. Waits until staff know who it is. */
    async open(
        ctx: RequestContext,
        { emailAddress, customerId, kind }: NewDeskRequest,
    ): Promise<EfiGdprRequest | DeskRefusal> {
        const email = (emailAddress ?? '').trim().replace(/[\\%_]/g, '\\$&');
        const customer = await this.connection.getRepository(ctx, Customer).findOneBy({
            ...(customerId == null ? { emailAddress: ILike(email) } : { id: customerId }),
            deletedAt: IsNull(),
        });
        if (!customer) {
            return 'NO_SUCH_CUSTOMER';
        }
        // Two who open the same at once, as in PrivacyRequests.
        await this.connection.getRepository(ctx, Customer).findOne({
            where: { id: customer.id },
            lock: { mode: 'pessimistic_write' },
            loadEagerRelations: false,
        });
        const requests = this.connection.getRepository(ctx, EfiGdprRequest);
        if (await requests.existsBy({ customerId: customer.id, kind, state: In([...openStates]) })) {
            return 'OPEN_ALREADY';
        }
        const now = new Date();
        return requests.save(
            requests.create({
                id: randomUUID(),
                createdAt: now,
                updatedAt: now,
                kind,
                state: 'RECEIVED',
                customerId: customer.id,
                languageCode: ctx.channel.defaultLanguageCode,
                channelCode: ctx.channel.code,
                sealedBefore: await this.rectifications.remember(requests.manager, {
                    ...{ kind, customerId: customer.id },
                }),
                startsAt: startsAt(kind, now, this.options.cancelWindowDays),
                dueAt: dueAt(now, false),
            }),
        );
    }

    /** Staff have seen who asks. From now on an erasure can be taken back for some days. */
    async verify(ctx: RequestContext, id: string): Promise<EfiGdprRequest | DeskRefusal> {
        const request = await this.find(ctx, id);
        if (!request) {
            return 'NOT_IN_THIS_STATE';
        }
        const now = new Date();
        const verified = await this.change(ctx, id, statesBefore('verify'), {
            ...{ state: 'VERIFIED', verifiedAt: now, verifiedBy: 'staff' },
            startsAt: startsAt(request.kind, now, this.options.cancelWindowDays),
        });
        if (typeof verified !== 'string') {
            await this.atOnce.begin(ctx, verified);
        }
        return verified;
    }

    /** Once, for two more months; the person has to be told why. */
    async extend(ctx: RequestContext, id: string, because: string): Promise<EfiGdprRequest | DeskRefusal> {
        if (!because.trim()) {
            return 'REASON_MISSING';
        }
        const request = await this.find(ctx, id);
        if (!request || request.extendedBecause !== null) {
            return 'NOT_IN_THIS_STATE';
        }
        return this.change(ctx, id, openStates, {
            dueAt: dueAt(request.createdAt, true),
            extendedBecause: because.trim(),
        });
    }

    async refuse(ctx: RequestContext, id: string, because: string): Promise<EfiGdprRequest | DeskRefusal> {
        if (!because.trim()) {
            return 'REASON_MISSING';
        }
        const refused = await this.change(ctx, id, statesBefore('refuse'), {
            ...{ state: 'REFUSED', refusedBecause: because.trim() },
            ...{ note: null, sealedBefore: null, endedAt: new Date() },
        });
        if (typeof refused !== 'string') {
            await this.outcomes.tell(ctx, refused);
        }
        return refused;
    }

    /** For the kinds that people do, such as a rectification. */
    async complete(ctx: RequestContext, id: string): Promise<EfiGdprRequest | DeskRefusal> {
        const request = await this.find(ctx, id);
        if (!request || isAutomatic(request.kind)) {
            return 'NOT_IN_THIS_STATE';
        }
        const { manager } = this.connection.getRepository(ctx, EfiGdprRequest);
        const rectified = await this.rectifications.of(manager, request);
        const completed = await this.change(ctx, id, ['VERIFIED'], {
            ...{ state: 'COMPLETED', note: null, sealedBefore: null, endedAt: new Date() },
        });
        if (typeof completed !== 'string') {
            await this.tell(ctx, completed, rectified);
            await this.outcomes.tell(ctx, completed);
        }
        return completed;
    }

    /** The customer takes it back, by letter say: as long as nobody has begun with it. */
    cancel(ctx: RequestContext, id: string): Promise<EfiGdprRequest | DeskRefusal> {
        return this.change(ctx, id, statesBefore('cancel'), {
            state: 'CANCELLED',
            note: null,
            sealedBefore: null,
            endedAt: new Date(),
        });
    }

    /** Does not wait for the next try of what is partial. */
    async retry(ctx: RequestContext, id: string): Promise<EfiGdprRequest | DeskRefusal> {
        const request = await this.change(ctx, id, ['PARTIAL'], { nextTryAt: new Date() });
        if (typeof request !== 'string') {
            await this.queue.add(ctx, id);
        }
        return request;
    }

    private tell(ctx: RequestContext, request: EfiGdprRequest, rectified?: Rectified): Promise<void> {
        const { manager } = this.connection.getRepository(ctx, EfiGdprRequest);
        return this.notices.tell(manager, request, rectified);
    }

    private find(ctx: RequestContext, id: string): Promise<EfiGdprRequest | null> {
        return isUuid(id)
            ? this.connection.getRepository(ctx, EfiGdprRequest).findOneBy({ id })
            : Promise.resolve(null);
    }

    private async change(
        ctx: RequestContext,
        id: string,
        from: readonly RequestState[],
        to: Partial<Omit<EfiGdprRequest, 'subject'>>,
    ): Promise<EfiGdprRequest | DeskRefusal> {
        if (!isUuid(id)) {
            return 'NOT_IN_THIS_STATE';
        }
        const requests = this.connection.getRepository(ctx, EfiGdprRequest);
        const { affected } = await requests.update(
            { id, state: In([...from]) },
            { ...to, updatedAt: new Date() },
        );
        return affected ? requests.findOneByOrFail({ id }) : 'NOT_IN_THIS_STATE';
    }
}
