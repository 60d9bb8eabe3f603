import { Injectable } from '@nestjs/common';
import { type RequestContext, UserService } from '@vendure/core';
import { type Facts, isFacts } from '../../domain/difference';

/** Finds out whose account somebody failed to get into: names are not written down, numbers are. */
@Injectable()
export class TriedAccount {
    constructor(private readonly users: UserService) {}

    /**
     * @param args - Of `login` or `authenticate`.
     * @returns the account, or nothing where there is none of this name.
     */
    async find(ctx: RequestContext, args: unknown): Promise<{ type: string; id: string } | undefined> {
        const name = nameIn(args);
        const user =
            name &&
            (await this.users.getUserByEmailAddress(
                ctx,
                name,
                ctx.apiType === 'admin' ? 'administrator' : 'customer',
            ));
        return user ? { type: 'User', id: String(user.id) } : undefined;
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
