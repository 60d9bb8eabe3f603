import { AccountNoticeEvent, asSystem, type CredentialNotice } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import {
    Administrator,
    Customer,
    EventBus,
    type ID,
    type RequestContext,
    RequestContextService,
    TransactionalConnection,
} from '@vendure/core';
import { IsNull } from 'typeorm';

type Kind = CredentialNotice['kind'];

/** Who gets mail about an account. */
interface Owner {
    readonly emailAddress: string;
    readonly isStaff: boolean;
}

/** Tells owners of what became of that by which they sign in. */
@Injectable()
export class AccountNotices {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly contexts: RequestContextService,
        private readonly events: EventBus,
    ) {}

    /** Once the transaction of `ctx` has ended well. Guests and programs have no owner to tell. */
    async tell(ctx: RequestContext, userId: ID, kind: Kind): Promise<void> {
        const owner = await this.ownerOf(ctx, userId);
        if (owner) {
            await this.write(ctx, owner, kind);
        }
    }

    /** As `tell`, also when the transaction is rolled back. */
    async tellAnyway(ctx: RequestContext, userId: ID, kind: Kind): Promise<void> {
        const { apiType, channel, languageCode } = ctx;
        await this.tell(
            await this.contexts.create({ apiType, channelOrToken: channel, languageCode }),
            userId,
            kind,
        );
    }

    /** To an address that may no longer be that of the account. */
    async write(ctx: RequestContext, { emailAddress, isStaff }: Owner, kind: Kind): Promise<void> {
        await this.events.publish(
            new AccountNoticeEvent(ctx, emailAddress, isStaff, { kind, at: new Date() }),
        );
    }

    async ownerOf(ctx: RequestContext, userId: ID): Promise<Owner | undefined> {
        const where = { deletedAt: IsNull(), user: { id: userId } };
        const member = await this.connection.getRepository(ctx, Administrator).findOneBy(where);
        const owner =
            member ?? (await asSystem(() => this.connection.getRepository(ctx, Customer).findOneBy(where)));
        return owner ? { emailAddress: owner.emailAddress, isStaff: member !== null } : undefined;
    }
}
