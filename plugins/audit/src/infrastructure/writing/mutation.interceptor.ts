import { type AuditAct, OfMutations, WorkContext } from '@efi/plugin-kit';
import {
    type CallHandler,
    type ExecutionContext,
    Injectable,
    type NestInterceptor,
    type OnModuleInit,
} from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { ForbiddenError, internal_getRequestContext, Logger, type RequestContext } from '@vendure/core';
import { TransactionWrapper } from '@vendure/core/dist/connection/transaction-wrapper';
import type { Request } from 'express';
import type { GraphQLResolveInfo } from 'graphql';
import { from, lastValueFrom, type Observable, of } from 'rxjs';
import { isWrittenDown } from '../../domain/describe-mutation';
import { loggerCtx } from '../logger-context';
import { SqlAuditTrail } from '../sql-audit-trail';
import { Accounts } from './accounts';
import { Act } from './act';
import { codeOf, FailedSignIns } from './failed-sign-ins';
import { Snapshots } from './snapshots';
import { Subjects } from './subjects';

type Work<T> = (ctx: RequestContext) => Observable<T> | Promise<T>;

/**
 * Writes down each mutation of the Admin API, and those of the Shop API that are about accounts: in the mutation's own
 * transaction when it commits, and for itself when it was rolled back or has none.
 */
@Injectable()
@OfMutations()
export class MutationInterceptor implements NestInterceptor, OnModuleInit {
    private readonly acts = new WorkContext<Act>();

    constructor(
        private readonly trail: SqlAuditTrail,
        private readonly snapshots: Snapshots,
        private readonly transactions: TransactionWrapper,
        private readonly subjects: Subjects,
        private readonly accounts: Accounts,
        private readonly failedSignIns: FailedSignIns,
    ) {}

    /** Vendure begins and commits a mutation's transaction out of reach of interceptors, so it is reached for here. */
    onModuleInit(): void {
        this.failedSignIns.watch(() => this.acts.getStore()?.isSignIn ?? false);
        const { transactions } = this;
        const execute = transactions.executeInTransaction.bind(transactions);
        transactions.executeInTransaction = (ctx, work, ...rest) => {
            const act = this.acts.getStore();
            return execute(ctx, act ? inner => this.within(act, inner, work) : work, ...rest);
        };
    }

    async intercept(context: ExecutionContext, next: CallHandler<unknown>): Promise<Observable<unknown>> {
        const act = this.actOf(context);
        if (!act) {
            return next.handle();
        }
        try {
            const answer = await this.acts.run(act, () =>
                lastValueFrom(next.handle(), { defaultValue: null }),
            );
            if (!act.isWritten) {
                await this.writeApart(act, ctx => act.toldOf(ctx, answer));
            }
            return of(answer);
        } catch (error) {
            // A denial is told of with all others.
            if (!(error instanceof ForbiddenError)) {
                await this.writeApart(act, ctx => act.told(ctx, 'failed', codeOf(error)));
            }
            throw error;
        }
    }

    private actOf(context: ExecutionContext): Act | undefined {
        if (context.getType<string>() !== 'graphql') {
            return undefined;
        }
        const graphql = GqlExecutionContext.create(context);
        const info = graphql.getInfo<GraphQLResolveInfo>();
        const { fieldName, parentType } = info;
        const { req } = graphql.getContext<{ req: Request }>();
        const contextNow = () => internal_getRequestContext(req, context);
        const api = contextNow().apiType === 'admin' ? 'admin' : 'shop';
        return parentType.name === 'Mutation' && isWrittenDown(api, fieldName)
            ? new Act(
                  fieldName,
                  graphql.getArgs<unknown>(),
                  contextNow,
                  this.subjects.planOf(info),
                  this.subjects,
                  this.snapshots,
              )
            : undefined;
    }

    private within<T>(act: Act, ctx: RequestContext, work: Work<T>): Observable<T> | Promise<T> {
        const done = work(ctx);
        // Of the transactions of a mutation, the one that its resolver gets: it begins with what is subscribed to.
        if (act.contextNow() !== ctx || done instanceof Promise) {
            return done;
        }
        return (async () => {
            await act.begin(ctx);
            const answer = await lastValueFrom(from(done));
            const told = await act.end(ctx, answer);
            await this.trail.recordAll(
                ctx,
                await Promise.all(told.map(one => this.withAccount(ctx, act, one))),
            );
            act.isWritten = true;
            return answer;
        })();
    }

    /** Whose account was tried in vain: many failures of one account shall be seen. */
    private async withAccount(ctx: RequestContext, act: Act, told: AuditAct): Promise<AuditAct> {
        const account =
            told.status !== 'success' && act.isSignIn ? await this.accounts.tried(ctx, act.args) : undefined;
        return account ? { ...told, resource: account } : told;
    }

    /** What was done is done, so its caller is told of it, whatever becomes of the entry. */
    private async writeApart(
        act: Act,
        tell: (ctx: RequestContext) => Promise<AuditAct | undefined>,
    ): Promise<void> {
        try {
            const ctx = act.contextNow();
            const told = await tell(ctx);
            if (told) {
                await this.trail.recordApart(ctx, await this.withAccount(ctx, act, told));
            }
        } catch (error) {
            Logger.error(`${act.name} could not be written down: ${String(error)}`, loggerCtx);
        }
    }
}
