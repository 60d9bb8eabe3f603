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
import { EfiGdprLegalHold, EfiGdprPart, EfiGdprRequest } from './entities';
import { isUuid } from './is-uuid';
import { PersonalParts } from './personal-parts';

/** Why staff could not do it. */
export type DeskRefusal =
    | 'NO_SUCH_CUSTOMER'
    | 'OPEN_ALREADY'
    | 'NOT_IN_THIS_STATE'
    | 'REASON_MISSING'
    | 'NO_SUCH_PART'
    | 'UNTIL_IS_PAST';

export interface NewHold {
    readonly customerId: ID;
    readonly parts: readonly string[];
    readonly because: string;
    readonly until: Date;
}

/** What staff do about requests: those that come by letter, deadlines, refusals, and holds. */
@Injectable()
export class RequestDesk {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly parts: PersonalParts,
        @Inject(GDPR_OPTIONS) private readonly options: ResolvedGdprOptions,
    ) {}

    /** The most urgent first. */
    async list(
        ctx: RequestContext,
        { states, take, skip }: { states?: readonly RequestState[]; take: number; skip: number },
    ) {
        const [items, totalItems] = await this.connection.getRepository(ctx, EfiGdprRequest).findAndCount({
            where: { state: In([...(states ?? openStates)]) },
            order: { dueAt: 'ASC', id: 'ASC' },
            take: Math.min(Math.max(take, 1), 100),
            skip,
        });
        return { items, totalItems };
    }

    partsOf(ctx: RequestContext, requestId: string): Promise<EfiGdprPart[]> {
        return this.connection
            .getRepository(ctx, EfiGdprPart)
            .find({ where: { requestId }, order: { part: 'ASC' } });
    }

    /** For somebody who wrote or called, with an account or without. Waits until staff know who it is. */
    async open(
        ctx: RequestContext,
        { emailAddress, kind }: { emailAddress: string; kind: RequestKind },
    ): Promise<EfiGdprRequest | DeskRefusal> {
        const email = emailAddress.trim().replace(/[\\%_]/g, '\\$&');
        const customer = await this.connection
            .getRepository(ctx, Customer)
            .findOneBy({ emailAddress: ILike(email), deletedAt: IsNull() });
        if (!customer) {
            return 'NO_SUCH_CUSTOMER';
        }
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
                startsAt: startsAt(kind, now, this.options.cancelWindowDays),
                dueAt: dueAt(now, false),
            }),
        );
    }

    /** Staff have seen who asks. */
    verify(ctx: RequestContext, id: string): Promise<EfiGdprRequest | DeskRefusal> {
        return this.change(ctx, id, statesBefore('verify'), {
            state: 'VERIFIED',
            verifiedAt: new Date(),
            verifiedBy: 'staff',
        });
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
        return because.trim()
            ? this.change(ctx, id, statesBefore('refuse'), {
                  state: 'REFUSED',
                  refusedBecause: because.trim(),
                  note: null,
                  endedAt: new Date(),
              })
            : 'REASON_MISSING';
    }

    /** For the kinds that people do, such as a rectification. */
    async complete(ctx: RequestContext, id: string): Promise<EfiGdprRequest | DeskRefusal> {
        const request = await this.find(ctx, id);
        return !request || isAutomatic(request.kind)
            ? 'NOT_IN_THIS_STATE'
            : this.change(ctx, id, ['VERIFIED'], { state: 'COMPLETED', note: null, endedAt: new Date() });
    }

    /** Keeps parts of a customer's data from being erased, until a day. */
    async hold(ctx: RequestContext, hold: NewHold, by: string): Promise<EfiGdprLegalHold | DeskRefusal> {
        const known = new Set(this.parts.all().map(({ part }) => part));
        if (!hold.parts.length || hold.parts.some(part => !known.has(part))) {
            return 'NO_SUCH_PART';
        }
        if (!hold.because.trim()) {
            return 'REASON_MISSING';
        }
        if (hold.until <= new Date()) {
            return 'UNTIL_IS_PAST';
        }
        if (!(await this.connection.getRepository(ctx, Customer).existsBy({ id: hold.customerId }))) {
            return 'NO_SUCH_CUSTOMER';
        }
        const holds = this.connection.getRepository(ctx, EfiGdprLegalHold);
        return holds.save(holds.create({ ...hold, parts: [...hold.parts], createdBy: by }));
    }

    /** Ends a hold. What it kept is erased when the request is tried again. */
    async release(ctx: RequestContext, id: ID): Promise<boolean> {
        const { affected } = await this.connection
            .getRepository(ctx, EfiGdprLegalHold)
            .delete({ id: Number(id) });
        return affected === 1;
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
