import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DEFAULT_CHANNEL_CODE } from '@vendure/common/lib/shared-constants';
import {
    Allow,
    Ctx,
    EntityNotFoundError,
    ForbiddenError,
    type ID,
    type RequestContext,
    Transaction,
    TransactionalConnection,
    User,
    UserInputError,
} from '@vendure/core';
import type { Alert } from '../domain/alert';
import { Alerts } from '../infrastructure/alerts/alerts';
import { acknowledgeAlerts, readAudit } from './permissions';

const MOST = 500;

/** What was found in the trail, for who may read it. It is counted over all channels, so only the default one shows it. */
@Resolver()
export class AlertsAdminResolver {
    constructor(
        private readonly alerts: Alerts,
        private readonly connection: TransactionalConnection,
    ) {}

    @Query()
    @Allow(readAudit.Permission)
    async efiAuditAlerts(@Ctx() ctx: RequestContext, @Args() { take }: { take?: number | null }) {
        const most = take ?? 100;
        if (most < 1 || most > MOST) {
            throw new UserInputError(`take must be 1 to ${MOST}`);
        }
        return isOfAll(ctx) ? this.alerts.list(most) : [];
    }

    @Query()
    @Allow(readAudit.Permission)
    async efiAuditAlertsWaiting(@Ctx() ctx: RequestContext): Promise<number> {
        return isOfAll(ctx) ? this.alerts.waiting() : 0;
    }

    @Mutation()
    @Transaction()
    @Allow(acknowledgeAlerts.Permission)
    async acknowledgeEfiAuditAlert(@Ctx() ctx: RequestContext, @Args() { id }: { id: ID }): Promise<Alert> {
        if (!isOfAll(ctx)) {
            throw new ForbiddenError();
        }
        const { manager } = this.connection.getRepository(ctx, User);
        const alert = /^\d{1,18}$/.test(String(id))
            ? await this.alerts.acknowledge(manager, String(id), ctx.activeUserId)
            : undefined;
        if (!alert) {
            throw new EntityNotFoundError('EfiAuditAlert', id);
        }
        return alert;
    }
}

function isOfAll(ctx: RequestContext): boolean {
    return ctx.channel.code === DEFAULT_CHANNEL_CODE;
}
