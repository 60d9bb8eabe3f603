import { Injectable } from '@nestjs/common';
import { Customer, type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import { type FindOptionsOrder, In, IsNull, LessThan } from 'typeorm';
import { openStates, type RequestKind, type RequestState } from '../domain/privacy-request';
import { EfiGdprPart, EfiGdprRequest } from './entities';
import { isUuid } from './is-uuid';

export interface RequestListOptions {
    readonly states?: readonly RequestState[] | null;
    readonly kinds?: readonly RequestKind[] | null;
    readonly customerId?: ID | null;
    readonly dueBefore?: Date | null;
    readonly take: number;
    readonly skip: number;
}

/** Who it is about, for staff. */
export interface RequestPerson {
    readonly name: string;
    readonly emailAddress: string;
}

/** A request of a list, whose people were read together: `null` where the account is gone. */
export type ListedRequest = EfiGdprRequest & { person?: RequestPerson | null };

const MOST_URGENT: FindOptionsOrder<EfiGdprRequest> = { dueAt: 'ASC', id: 'ASC' };
const NEWEST: FindOptionsOrder<EfiGdprRequest> = { endedAt: 'DESC', id: 'ASC' };

/** All requests there ever were, to be read by staff. */
@Injectable()
export class RequestRegister {
    constructor(private readonly connection: TransactionalConnection) {}

    /** The most urgent first; of those that are over, the newest. */
    async list(
        ctx: RequestContext,
        { states, kinds, customerId, dueBefore, take, skip }: RequestListOptions,
    ): Promise<{ items: ListedRequest[]; totalItems: number }> {
        const wanted = states ?? openStates;
        const [items, totalItems] = await this.connection.getRepository(ctx, EfiGdprRequest).findAndCount({
            where: {
                state: In([...wanted]),
                ...(kinds && { kind: In([...kinds]) }),
                ...(customerId != null && { customerId }),
                ...(dueBefore && { dueAt: LessThan(dueBefore) }),
            },
            order: wanted.some(state => openStates.includes(state)) ? MOST_URGENT : NEWEST,
            take: Math.min(Math.max(take, 1), 100),
            skip,
        });
        const people = await this.people(
            ctx,
            items.map(request => request.customerId),
        );
        return {
            items: items.map(request =>
                Object.assign(request, { person: people.get(String(request.customerId)) ?? null }),
            ),
            totalItems,
        };
    }

    find(ctx: RequestContext, id: string): Promise<EfiGdprRequest | null> {
        return isUuid(id)
            ? this.connection.getRepository(ctx, EfiGdprRequest).findOneBy({ id })
            : Promise.resolve(null);
    }

    partsOf(ctx: RequestContext, requestId: string): Promise<EfiGdprPart[]> {
        return this.connection
            .getRepository(ctx, EfiGdprPart)
            .find({ where: { requestId }, order: { part: 'ASC' } });
    }

    async personOf(ctx: RequestContext, request: ListedRequest): Promise<RequestPerson | null> {
        return request.person === undefined
            ? ((await this.people(ctx, [request.customerId])).get(String(request.customerId)) ?? null)
            : request.person;
    }

    /** Those that are over too, the newest first. */
    ofCustomer(ctx: RequestContext, customerId: ID): Promise<EfiGdprRequest[]> {
        return this.connection
            .getRepository(ctx, EfiGdprRequest)
            .find({ where: { customerId }, order: { createdAt: 'DESC' }, take: 100 });
    }

    private async people(ctx: RequestContext, ids: readonly ID[]): Promise<Map<string, RequestPerson>> {
        const customers = ids.length
            ? await this.connection.getRepository(ctx, Customer).find({
                  where: { id: In([...new Set(ids)]), deletedAt: IsNull() },
                  loadEagerRelations: false,
              })
            : [];
        return new Map(
            customers.map(({ id, firstName, lastName, emailAddress }) => [
                String(id),
                { name: `${firstName} ${lastName}`.trim(), emailAddress },
            ]),
        );
    }
}
