import { Injectable } from '@nestjs/common';
import { type RequestContext, TransactionalConnection } from '@vendure/core';
import { LessThan } from 'typeorm';
import { EfiRestIdempotency } from '../entities/idempotency.entity';

/** An answer that can be kept. */
export interface KeptAnswer {
    readonly status: number;
    readonly headers: Readonly<Record<string, string | readonly string[]>>;
    readonly body?: string;
}

/** A request that is to be answered once. Both are hashes. */
export interface IdempotentRequest {
    /** Of the caller, the route and the key. */
    readonly scope: string;
    /** Of what is asked for. */
    readonly requestHash: string;
}

export type IdempotentAnswer<A> =
    | { readonly kind: 'answered' | 'repeated'; readonly answer: A }
    /** The same request is being answered in this moment. */
    | { readonly kind: 'running' }
    /** The key came with another request before. */
    | { readonly kind: 'reused' };

/** Answers each request with a key once, whatever dies in between. */
@Injectable()
export class IdempotentAnswers {
    constructor(private readonly connection: TransactionalConnection) {}

    /**
     * Runs `work` and keeps its answer, in one transaction: a server that dies leaves neither behind. A lock that ends
     * with the transaction keeps out those who ask at the same time.
     */
    async answer<A extends KeptAnswer>(
        ctx: RequestContext,
        { scope, requestHash }: IdempotentRequest,
        work: (ctx: RequestContext) => Promise<A>,
    ): Promise<IdempotentAnswer<A | KeptAnswer>> {
        return this.connection.withTransaction(ctx, async inner => {
            const repository = this.connection.getRepository(inner, EfiRestIdempotency);
            const [lock] = await repository.query<{ taken: boolean }[]>(
                'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS taken',
                [`efi_rest_idempotency ${scope}`],
            );
            if (!lock?.taken) {
                return { kind: 'running' };
            }
            const known = await repository.findOneBy({ scope });
            if (known) {
                return known.requestHash === requestHash
                    ? { kind: 'repeated', answer: keptIn(known) }
                    : { kind: 'reused' };
            }
            const answer = await work(inner);
            if (!isFinal(answer)) {
                return { kind: 'answered', answer };
            }
            await repository.insert({
                scope,
                requestHash,
                status: answer.status,
                headers: answer.headers as Record<string, string | string[]>,
                body: answer.body ?? null,
            });
            return { kind: 'answered', answer };
        });
    }

    /** Forgets answers that are older. @returns how many. */
    async forget(olderThan: Date): Promise<number> {
        const { affected } = await this.connection.rawConnection
            .getRepository(EfiRestIdempotency)
            .delete({ createdAt: LessThan(olderThan) });
        return affected ?? 0;
    }
}

/** Whether asking again would be told the same: not where the server was busy, or `If-Match` was out of date. */
function isFinal({ status }: KeptAnswer): boolean {
    return status < 500 && status !== 412 && status !== 428;
}

function keptIn({ status, headers, body }: EfiRestIdempotency): KeptAnswer {
    return { status, headers, ...(body === null ? {} : { body }) };
}
