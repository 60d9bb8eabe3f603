import { beginRowAccess, showsRightTo } from '@efi/plugin-kit';
import type { OrderByCodeAccessStrategy } from '@vendure/core';
import type { NextFunction, Request, Response } from 'express';
import { Client } from 'pg';
import type { AuthFeature } from '../auth-feature';
import { withRowAccess } from './infrastructure/row-access-client';
import { SystemWork } from './infrastructure/system-work';

/**
 * The second wall: PostgreSQL keeps a shopper's request from other people's rows, whatever the code forgot to check.
 * Off, each connection says that it may touch everything.
 */
export const rowSecurityFeature: AuthFeature = {
    providers: [SystemWork],
    configure: (config, { rowSecurity = true }) => {
        const { dbConnectionOptions, orderOptions, apiOptions } = config;
        const { extra = {} } = dbConnectionOptions as { extra?: { Client?: typeof Client } };
        const RowAccessClient = withRowAccess(extra.Client ?? Client);
        Object.assign(dbConnectionOptions, { extra: { ...extra, Client: RowAccessClient } });
        if (rowSecurity) {
            const handler = beginRequest(`/${apiOptions.adminApiPath}`);
            apiOptions.middleware.unshift({ route: '/', handler, beforeListen: true });
            learnFrom(orderOptions.orderByCodeAccessStrategy);
        }
    },
};

function beginRequest(adminApi: string) {
    return ({ path }: Request, _response: Response, next: NextFunction): void =>
        beginRowAccess(next, path === adminApi);
}

/** Whoever may see an order by its code may see what is in it. */
function learnFrom(strategy: OrderByCodeAccessStrategy): void {
    const canAccessOrder = strategy.canAccessOrder.bind(strategy);
    strategy.canAccessOrder = async (ctx, order) => {
        const can = await canAccessOrder(ctx, order);
        if (can) {
            showsRightTo(order.id);
        }
        return can;
    };
}
