import { Injectable } from '@nestjs/common';
import { type ID, idsAreEqual, type RequestContext } from '@vendure/core';
import { type AccountSession, AccountSessions } from './account-sessions';

/** The sessions of the account that asks. */
@Injectable()
export class OwnSessions {
    constructor(private readonly sessions: AccountSessions) {}

    /** Last used first. */
    list(ctx: RequestContext): Promise<AccountSession[]> {
        return this.sessions.list(ctx, ctx.activeUserId);
    }

    /**
     * Ends one session of the account.
     *
     * @returns false when it has no such session, or no longer.
     */
    end(ctx: RequestContext, id: ID): Promise<boolean> {
        return this.sessions.end(ctx, ctx.activeUserId, session => idsAreEqual(session.id, id));
    }

    /**
     * Ends all of the account's sessions but the one that the request comes with.
     *
     * @returns false when there was no other.
     */
    endOthers(ctx: RequestContext): Promise<boolean> {
        return this.sessions.end(ctx, ctx.activeUserId, session => !session.isCurrent);
    }
}
