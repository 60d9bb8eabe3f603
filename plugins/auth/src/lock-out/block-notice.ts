import { AccountNoticeEvent } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import {
    EventBus,
    Logger,
    type RequestContext,
    RequestContextService,
    TransactionalConnection,
} from '@vendure/core';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { ownerAddress } from '../infrastructure/owner-address';
import { accountOf, limitKey } from './limit-key';
import { countOne, LimitStore } from './limit-store';
import { SignInLimits } from './sign-in-limits';

const DAY = 24 * 60 * 60;

/** Tells owners that sign-in to their account was blocked, at most once a day: an attack is no way to flood them. */
@Injectable()
export class BlockNotice {
    private readonly told: RateLimiterAbstract;

    constructor(
        store: LimitStore,
        private readonly limits: SignInLimits,
        private readonly connection: TransactionalConnection,
        private readonly contexts: RequestContextService,
        private readonly events: EventBus,
    ) {
        this.told = store.limit({ name: 'told', points: 1, duration: DAY });
    }

    /** Goes on by itself: nothing in the answer's time tells whether there is somebody to write to. */
    tell(ctx: RequestContext, identifier: string): void {
        this.write(ctx, identifier).catch((error: unknown) =>
            Logger.error(`Could not tell of a blocked sign-in: ${String(error)}`, 'AuthPlugin'),
        );
    }

    private async write({ apiType, channel, languageCode }: RequestContext, identifier: string) {
        const isStaff = apiType === 'admin';
        const account = accountOf(identifier);
        const emailAddress = await ownerAddress(this.connection.rawConnection.manager, account, isStaff);
        if (emailAddress === undefined || (await countOne(this.told, limitKey(account))).isExceeded) {
            return;
        }
        // The request's own context ends with its transaction.
        const ctx = await this.contexts.create({ apiType, channelOrToken: channel, languageCode });
        const notice = { kind: 'sign-in-blocked', minutes: this.limits.lockMinutes } as const;
        await this.events.publish(new AccountNoticeEvent(ctx, emailAddress, isStaff, notice));
    }
}
