import { Injectable } from '@nestjs/common';
import {
    Customer,
    NativeAuthenticationMethod,
    type RequestContext,
    TransactionalConnection,
    UserService,
} from '@vendure/core';
import { normalizeEmailAddress } from '@vendure/core/dist/common/utils';
import { IsNull } from 'typeorm';
import { type Facts, isFacts } from '../../domain/difference';

/** An account, or a customer without one: names are not written down, numbers are. */
interface Account {
    readonly type: 'User' | 'Customer';
    readonly id: string;
}

/** Finds out whom somebody means who is not signed in. */
@Injectable()
export class Accounts {
    constructor(
        private readonly users: UserService,
        private readonly connection: TransactionalConnection,
    ) {}

    /**
     * @param args - Of `login` or `authenticate`.
     * @returns the account that somebody tried to get into, or nothing where there is none of this name.
     */
    async tried(ctx: RequestContext, args: unknown): Promise<Account | undefined> {
        const name = nameIn(args);
        return name ? this.named(ctx, name) : undefined;
    }

    /** Staff in the Admin API, shoppers elsewhere: by an account, or by what a guest ordered with. */
    async named(ctx: RequestContext, name: string): Promise<Account | undefined> {
        const isStaff = ctx.apiType === 'admin';
        const user = await this.users.getUserByEmailAddress(
            ctx,
            name,
            isStaff ? 'administrator' : 'customer',
        );
        if (user) {
            return { type: 'User', id: String(user.id) };
        }
        const guest = isStaff
            ? null
            : await this.connection.getRepository(ctx, Customer).findOne({
                  select: { id: true },
                  where: { emailAddress: normalizeEmailAddress(name), deletedAt: IsNull() },
                  order: { id: 'DESC' },
              });
        return guest ? { type: 'Customer', id: String(guest.id) } : undefined;
    }

    /** Who was given the token that a change of the e-mail address waits for. */
    async changing(ctx: RequestContext, token: string): Promise<Account | undefined> {
        const method = await this.connection.getRepository(ctx, NativeAuthenticationMethod).findOne({
            where: { identifierChangeToken: token },
            relations: { user: true },
        });
        return method ? { type: 'User', id: String(method.user.id) } : undefined;
    }
}

function nameIn(args: unknown): string | undefined {
    const own = factsOf(args);
    const name = own['username'] ?? factsOf(factsOf(own['input'])['native'])['username'];
    return typeof name === 'string' ? name : undefined;
}

function factsOf(value: unknown): Facts {
    return isFacts(value) ? value : {};
}
