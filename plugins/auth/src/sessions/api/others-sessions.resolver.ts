import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
    AdministratorService,
    Allow,
    Ctx,
    CustomerService,
    type ID,
    idsAreEqual,
    Permission,
    RequestContext,
    Transaction,
} from '@vendure/core';
import { type AccountSession, AccountSessions } from '../infrastructure/account-sessions';

interface Success {
    readonly success: boolean;
}

interface CustomerArgs {
    readonly customerId: ID;
    readonly id?: ID | null;
}

interface AdministratorArgs {
    readonly administratorId: ID;
    readonly id?: ID | null;
}

/** Sessions of those whom the one who asks may see: Vendure says who they are. */
@Resolver()
export class OthersSessionsResolver {
    constructor(
        private readonly sessions: AccountSessions,
        private readonly customers: CustomerService,
        private readonly administrators: AdministratorService,
    ) {}

    @Query()
    @Allow(Permission.ReadCustomer)
    async efiCustomerSessions(
        @Ctx() ctx: RequestContext,
        @Args() { customerId }: CustomerArgs,
    ): Promise<AccountSession[]> {
        return this.sessions.list(ctx, await this.userOfCustomer(ctx, customerId));
    }

    @Query()
    @Allow(Permission.ReadAdministrator)
    async efiAdministratorSessions(
        @Ctx() ctx: RequestContext,
        @Args() { administratorId }: AdministratorArgs,
    ): Promise<AccountSession[]> {
        return this.sessions.list(ctx, await this.userOfAdministrator(ctx, administratorId));
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.UpdateCustomer)
    async revokeEfiCustomerSessions(
        @Ctx() ctx: RequestContext,
        @Args() { customerId, id }: CustomerArgs,
    ): Promise<Success> {
        return this.end(ctx, await this.userOfCustomer(ctx, customerId), id);
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.UpdateAdministrator)
    async revokeEfiAdministratorSessions(
        @Ctx() ctx: RequestContext,
        @Args() { administratorId, id }: AdministratorArgs,
    ): Promise<Success> {
        return this.end(ctx, await this.userOfAdministrator(ctx, administratorId), id);
    }

    private async end(ctx: RequestContext, userId: ID | undefined, id?: ID | null): Promise<Success> {
        const isAll = id === undefined || id === null;
        const isMeant = (session: { id: ID }) => isAll || idsAreEqual(session.id, id);
        return { success: await this.sessions.end(ctx, userId, isMeant) };
    }

    private async userOfCustomer(ctx: RequestContext, customerId: ID): Promise<ID | undefined> {
        return (await this.customers.findOne(ctx, customerId, ['user']))?.user?.id;
    }

    private async userOfAdministrator(ctx: RequestContext, administratorId: ID): Promise<ID | undefined> {
        return (await this.administrators.findOne(ctx, administratorId))?.user.id;
    }
}
