import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { internal_getRequestContext } from '@vendure/core';
import type { Request } from 'express';
import { from, mergeMap, type Observable } from 'rxjs';
import { isFacts } from '../../domain/difference';
import { SqlAuditTrail } from '../sql-audit-trail';

/** Counts what queries of the Admin API give out of lists. */
@Injectable()
export class BulkReadInterceptor implements NestInterceptor {
    constructor(private readonly trail: SqlAuditTrail) {}

    intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
        if (context.getType<string>() !== 'graphql') {
            return next.handle();
        }
        const graphql = GqlExecutionContext.create(context);
        const { fieldName, parentType } = graphql.getInfo<{
            fieldName: string;
            parentType: { name: string };
        }>();
        // Who reads the trail itself is told of anyway.
        if (parentType.name !== 'Query' || fieldName.startsWith('efiAudit')) {
            return next.handle();
        }
        const ctx = internal_getRequestContext(graphql.getContext<{ req: Request }>().req, context);
        return ctx.apiType === 'admin'
            ? next.handle().pipe(
                  mergeMap(answer => {
                      const items = itemsOf(answer);
                      return from(
                          items === 0
                              ? Promise.resolve(answer)
                              : this.trail.readInBulk(ctx, fieldName, items).then(() => answer),
                      );
                  }),
              )
            : next.handle();
    }
}

function itemsOf(answer: unknown): number {
    const list = isFacts(answer) ? answer['items'] : answer;
    return Array.isArray(list) ? list.length : 0;
}
