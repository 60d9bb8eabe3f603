import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, type ID, Permission, RequestContext, Transaction } from '@vendure/core';
import type { AccountSession } from '../infrastructure/account-sessions';
import { OwnSessions } from '../infrastructure/own-sessions';

interface Success {
    readonly success: boolean;
}

/** Whose sessions it is about is who asks. */
@Resolver()
export class SessionsResolver {
    constructor(private readonly sessions: OwnSessions) {}

    @Query()
    @Allow(Permission.Authenticated)
    efiSessions(@Ctx() ctx: RequestContext): Promise<AccountSession[]> {
        return this.sessions.list(ctx);
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.Authenticated)
    async revokeEfiSession(@Ctx() ctx: RequestContext, @Args() { id }: { id: ID }): Promise<Success> {
        return { success: await this.sessions.end(ctx, id) };
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.Authenticated)
    async revokeOtherEfiSessions(@Ctx() ctx: RequestContext): Promise<Success> {
        return { success: await this.sessions.endOthers(ctx) };
    }
}
