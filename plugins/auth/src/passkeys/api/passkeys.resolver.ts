import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
    Allow,
    Ctx,
    type ID,
    Permission,
    RequestContext,
    Transaction,
    UnauthorizedError,
} from '@vendure/core';
import { deviceOf, nameOfDevice } from '../../sessions/infrastructure/device-of';
import { readRegistration } from '../domain/authenticator-response';
import { passkeyName } from '../domain/passkey-name';
import { Ceremonies, type PasskeyOwner } from '../infrastructure/ceremonies';
import { FreshSignIn } from '../infrastructure/fresh-sign-in';
import type { EfiAuthPasskey } from '../infrastructure/passkey.entity';
import { Passkeys } from '../infrastructure/passkeys';
import { PasskeyError } from '../passkey.error';

/** Whose passkeys it is about is who asks. */
@Resolver()
export class PasskeysResolver {
    constructor(
        private readonly passkeys: Passkeys,
        private readonly ceremonies: Ceremonies,
        private readonly fresh: FreshSignIn,
    ) {}

    @Query()
    @Allow(Permission.Public)
    efiPasskeysAreOn(@Ctx() ctx: RequestContext): boolean {
        return this.ceremonies.isOn(ctx);
    }

    @Query()
    @Allow(Permission.Authenticated)
    async efiPasskeys(@Ctx() ctx: RequestContext): Promise<EfiAuthPasskey[]> {
        return this.passkeys.list(ctx, (await this.ownerOf(ctx)).userId);
    }

    @Mutation()
    @Allow(Permission.Authenticated)
    async beginEfiPasskeyRegistration(
        @Ctx() ctx: RequestContext,
        @Args() { password }: { password?: string | null },
    ) {
        const owner = await this.ownerOf(ctx);
        await this.fresh.assert(ctx, owner.userId, password ?? undefined);
        const present = await this.passkeys.listWithRoom(ctx, owner.userId);
        return JSON.stringify(await this.ceremonies.beginRegistration(ctx, owner, present));
    }

    /** Without a transaction: a challenge is used up whatever comes of it. */
    @Mutation()
    @Allow(Permission.Authenticated)
    async finishEfiPasskeyRegistration(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: { name?: string | null } },
    ): Promise<EfiAuthPasskey> {
        const owner = await this.ownerOf(ctx);
        const answered = readRegistration(input);
        if (!answered) {
            throw new PasskeyError('PASSKEY_REFUSED');
        }
        const made = await this.ceremonies.finishRegistration(ctx, owner.userId, answered);
        return this.passkeys.add(ctx, owner, made, passkeyName(input.name ?? '') ?? nameAfterDevice(ctx));
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.Authenticated)
    async renameEfiPasskey(
        @Ctx() ctx: RequestContext,
        @Args() { id, name }: { id: ID; name: string },
    ): Promise<EfiAuthPasskey> {
        return this.passkeys.rename(ctx, (await this.ownerOf(ctx)).userId, id, name);
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.Authenticated)
    async removeEfiPasskey(@Ctx() ctx: RequestContext, @Args() { id }: { id: ID }) {
        return { success: await this.passkeys.remove(ctx, await this.ownerOf(ctx), id) };
    }

    @Mutation()
    @Allow(Permission.Public)
    async beginEfiPasskeySignIn(@Ctx() ctx: RequestContext) {
        return JSON.stringify(await this.ceremonies.beginSignIn(ctx));
    }

    private async ownerOf(ctx: RequestContext): Promise<PasskeyOwner> {
        const owner =
            ctx.activeUserId === undefined ? undefined : await this.passkeys.ownerOf(ctx, ctx.activeUserId);
        if (!owner) {
            throw new UnauthorizedError();
        }
        return owner;
    }
}

function nameAfterDevice({ req }: RequestContext): string {
    return nameOfDevice(deviceOf(req?.headers['user-agent'])) || 'Passkey';
}
