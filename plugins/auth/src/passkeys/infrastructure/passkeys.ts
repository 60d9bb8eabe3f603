import { AccountNoticeEvent } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import {
    Administrator,
    Customer,
    EventBus,
    type ID,
    type RequestContext,
    TransactionalConnection,
    User,
} from '@vendure/core';
import { IsNull } from 'typeorm';
import { audienceOf } from '../../infrastructure/audience-of';
import { passkeyName } from '../domain/passkey-name';
import { PasskeyError } from '../passkey.error';
import type { NewPasskey, PasskeyOwner } from './ceremonies';
import { EfiAuthPasskey } from './passkey.entity';

const MOST = 20;

/** The passkeys of accounts. */
@Injectable()
export class Passkeys {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly events: EventBus,
    ) {}

    /** Those of an account, oldest first. */
    list(ctx: RequestContext, userId: ID): Promise<EfiAuthPasskey[]> {
        return this.repository(ctx).find({ where: { userId }, order: { id: 'ASC' } });
    }

    /** @throws PasskeyError when an account has no room for one more. */
    async listWithRoom(ctx: RequestContext, userId: ID): Promise<EfiAuthPasskey[]> {
        const present = await this.list(ctx, userId);
        if (present.length >= MOST) {
            throw new PasskeyError('PASSKEY_TOO_MANY');
        }
        return present;
    }

    async ofCredential(ctx: RequestContext, credentialId: string): Promise<EfiAuthPasskey | undefined> {
        return (await this.repository(ctx).findOneBy({ credentialId })) ?? undefined;
    }

    /** @throws PasskeyError when it is there already, be it another's. */
    async add(
        ctx: RequestContext,
        owner: PasskeyOwner,
        made: NewPasskey,
        name: string,
    ): Promise<EfiAuthPasskey> {
        await this.listWithRoom(ctx, owner.userId);
        const kept = { ...made, name, userId: owner.userId, createdAt: new Date(), lastUsedAt: null };
        const { identifiers } = await this.repository(ctx)
            .createQueryBuilder()
            .insert()
            .values(kept)
            .orIgnore()
            .execute();
        const passkey = await this.ofCredential(ctx, made.credentialId);
        if (!identifiers[0] || !passkey) {
            throw new PasskeyError('PASSKEY_KNOWN');
        }
        await this.tell(ctx, owner, 'passkey-added', name);
        return passkey;
    }

    /** @throws PasskeyError when the account has no such passkey, or the name says nothing. */
    async rename(ctx: RequestContext, userId: ID, id: ID, given: string): Promise<EfiAuthPasskey> {
        const name = passkeyName(given);
        if (!name) {
            throw new PasskeyError('PASSKEY_NAME');
        }
        const passkey = await this.repository(ctx).findOneBy({ id, userId });
        if (!passkey) {
            throw new PasskeyError('PASSKEY_UNKNOWN');
        }
        await this.repository(ctx).update({ id, userId }, { name });
        return { ...passkey, name };
    }

    /** @returns false when the account has no such passkey, or no longer. */
    async remove(ctx: RequestContext, owner: PasskeyOwner, id: ID): Promise<boolean> {
        const { userId } = owner;
        const passkey = await this.repository(ctx).findOneBy({ id, userId });
        const gone = await this.repository(ctx).delete({ id, userId });
        if (!passkey || gone.affected !== 1) {
            return false;
        }
        await this.tell(ctx, owner, 'passkey-removed', passkey.name);
        return true;
    }

    /**
     * Notes a use, unless another use has got ahead of it: of two answers with one counter, one counts.
     *
     * @returns whether this one did.
     */
    async used(
        ctx: RequestContext,
        { id }: EfiAuthPasskey,
        { counter, isBackedUp }: { readonly counter: number; readonly isBackedUp: boolean },
    ): Promise<boolean> {
        const { affected } = await this.repository(ctx)
            .createQueryBuilder()
            .update()
            .set({ counter, isBackedUp, lastUsedAt: new Date() })
            .where('id = :id AND (counter < :counter OR (counter = 0 AND :counter = 0))', { id, counter })
            .execute();
        return affected === 1;
    }

    /** Who an account of the request's API is: no program, and nobody whose account is gone. */
    async ownerOf(
        ctx: RequestContext,
        userId: ID,
    ): Promise<(PasskeyOwner & { readonly user: User }) | undefined> {
        const owner = await this.connection
            .getRepository<Administrator | Customer>(
                ctx,
                audienceOf(ctx) === 'admin' ? Administrator : Customer,
            )
            .findOne({
                where: { deletedAt: IsNull(), user: { id: userId, deletedAt: IsNull() } },
                relations: ['user', 'user.roles', 'user.roles.channels', 'user.authenticationMethods'],
            });
        return owner?.user
            ? {
                  userId,
                  user: owner.user,
                  account: owner.user.identifier,
                  fullName: `${owner.firstName} ${owner.lastName}`.trim(),
                  emailAddress: owner.emailAddress,
              }
            : undefined;
    }

    private async tell(
        ctx: RequestContext,
        { emailAddress }: PasskeyOwner,
        kind: 'passkey-added' | 'passkey-removed',
        name: string,
    ): Promise<void> {
        const notice = { kind, name, at: new Date() };
        await this.events.publish(
            new AccountNoticeEvent(ctx, emailAddress, audienceOf(ctx) === 'admin', notice),
        );
    }

    private repository(ctx: RequestContext) {
        return this.connection.getRepository(ctx, EfiAuthPasskey);
    }
}
