import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
    Administrator,
    Allow,
    AuthService,
    Ctx,
    type ID,
    isGraphQlErrorResult,
    Permission,
    RequestContext,
    SessionService,
    Transaction,
    TransactionalConnection,
    UnauthorizedError,
    UserInputError,
    UserService,
} from '@vendure/core';
import { renderSVG } from 'uqr';
import { AccountNotices } from '../../infrastructure/account-notices';
import { OwnSessions } from '../../sessions/infrastructure/own-sessions';
import { SecondFactorError } from '../second-factor.error';
import { Proofs } from '../infrastructure/proofs';
import { SecondFactors } from '../infrastructure/second-factors';

/** Whose second factor it is about is who asks; only `reset` is about another's. */
@Resolver()
export class SecondFactorResolver {
    constructor(
        private readonly factors: SecondFactors,
        private readonly proofs: Proofs,
        private readonly auth: AuthService,
        private readonly users: UserService,
        private readonly ownSessions: OwnSessions,
        private readonly sessions: SessionService,
        private readonly connection: TransactionalConnection,
        private readonly notices: AccountNotices,
    ) {}

    @Query()
    @Allow(Permission.Authenticated)
    async efiSecondFactor(@Ctx() ctx: RequestContext) {
        const userId = userOf(ctx);
        return {
            isOn: await this.factors.isOn(ctx, userId),
            recoveryCodesLeft: await this.factors.recoveryCodesLeft(ctx, userId),
        };
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.Authenticated)
    async beginEfiSecondFactor(@Ctx() ctx: RequestContext, @Args() { password }: { password: string }) {
        const userId = userOf(ctx);
        const user = await this.users.getUserById(ctx, userId);
        if (!user || isGraphQlErrorResult(await this.auth.verifyUserPassword(ctx, userId, password))) {
            throw new UserInputError('message.efi-second-factor-password');
        }
        const { secret, uri } = await this.factors.begin(ctx, userId, user.identifier);
        return { secret, uri, qrCode: renderSVG(uri) };
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.Authenticated)
    async confirmEfiSecondFactor(@Ctx() ctx: RequestContext, @Args() { code }: { code: string }) {
        const codes = await this.factors.confirm(ctx, userOf(ctx), code.trim());
        await this.ownSessions.endOthers(ctx);
        await this.prove(ctx);
        await this.notices.tell(ctx, userOf(ctx), 'second-factor-added');
        return { codes };
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.Authenticated)
    async proveEfiSecondFactor(@Ctx() ctx: RequestContext, @Args() { code }: { code: string }) {
        await this.assertOn(ctx);
        await this.factors.use(ctx, userOf(ctx), code.trim());
        await this.prove(ctx);
        return { success: true };
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.Authenticated)
    async renewEfiRecoveryCodes(@Ctx() ctx: RequestContext, @Args() { code }: { code: string }) {
        await this.assertOn(ctx);
        await this.factors.use(ctx, userOf(ctx), code.trim());
        return { codes: await this.factors.newRecoveryCodes(ctx, userOf(ctx)) };
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.Authenticated)
    async endEfiSecondFactor(@Ctx() ctx: RequestContext, @Args() { code }: { code: string }) {
        await this.assertOn(ctx);
        await this.factors.use(ctx, userOf(ctx), code.trim());
        const success = await this.factors.end(ctx, userOf(ctx));
        await this.notices.tell(ctx, userOf(ctx), 'second-factor-removed');
        return { success };
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.SuperAdmin)
    async resetEfiSecondFactor(
        @Ctx() ctx: RequestContext,
        @Args() { administratorId }: { administratorId: ID },
    ) {
        const { user } = await this.connection.getEntityOrThrow(ctx, Administrator, administratorId, {
            relations: ['user'],
        });
        const success = await this.factors.end(ctx, user.id);
        if (success) {
            await this.sessions.deleteSessionsByUser(ctx, user);
            await this.notices.tell(ctx, user.id, 'second-factor-removed');
        }
        return { success };
    }

    private async prove(ctx: RequestContext): Promise<void> {
        if (ctx.session) {
            await this.proofs.note(ctx, ctx.session.id);
        }
    }

    private async assertOn(ctx: RequestContext): Promise<void> {
        if (!(await this.factors.isOn(ctx, userOf(ctx)))) {
            throw new SecondFactorError('SECOND_FACTOR_OFF');
        }
    }
}

function userOf({ activeUserId }: RequestContext): ID {
    if (activeUserId === undefined) {
        throw new UnauthorizedError();
    }
    return activeUserId;
}
