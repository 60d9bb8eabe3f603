import {
    type CallHandler,
    type ExecutionContext,
    Inject,
    Injectable,
    type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { OfMutations, retryTransaction } from '@efi/plugin-kit';
import { TRANSACTION_MODE_METADATA_KEY } from '@vendure/core';
import { type GraphQLResolveInfo, OperationTypeNode } from 'graphql';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { ORDER_INTEGRITY_OPTIONS, type ResolvedOrderIntegrityOptions } from '../order-integrity.options';

/**
 * Runs a mutation again from the start of its transaction when that met a deadlock or a serialisation failure. A
 * global interceptor stands outside of the one that opens Vendure's transactions. Vendure's own retry looks for an
 * error code that PostgreSQL does not use, and would repeat statements of a transaction that is over.
 */
@Injectable()
@OfMutations()
export class TransactionRetryInterceptor implements NestInterceptor {
    constructor(
        private readonly reflector: Reflector,
        @Inject(ORDER_INTEGRITY_OPTIONS) private readonly options: ResolvedOrderIntegrityOptions,
    ) {}

    intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
        if (!this.isTransactionalMutation(context)) {
            return next.handle();
        }
        return from(
            retryTransaction(
                () => lastValueFrom<unknown, undefined>(next.handle(), { defaultValue: undefined }),
                {
                    retries: this.options.transactionRetries,
                },
            ),
        );
    }

    /** Without a transaction of its own, a part of what a mutation did may stay: it is not run again. */
    private isTransactionalMutation(context: ExecutionContext): boolean {
        if (context.getType<GqlContextType>() !== 'graphql') {
            return false;
        }
        const info = GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo | undefined>();
        return (
            info?.operation.operation === OperationTypeNode.MUTATION &&
            this.reflector.get<unknown>(TRANSACTION_MODE_METADATA_KEY, context.getHandler()) !== undefined
        );
    }
}
