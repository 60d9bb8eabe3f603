import { Injectable } from '@nestjs/common';
import { type RequestContext, TransactionalConnection, User } from '@vendure/core';
import { In } from 'typeorm';

/** What administrators sign in with, by the user ids that are kept with what they did. */
@Injectable()
export class Administrators {
    constructor(private readonly connection: TransactionalConnection) {}

    /** Whoever is no user, such as a customer or a migration, stays as written. */
    async nameOf<Id extends string | null>(ctx: RequestContext, userId: Id): Promise<Id | string> {
        return userId === null ? userId : ((await this.namesOf(ctx, [userId])).get(userId) ?? userId);
    }

    async namesOf(ctx: RequestContext, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
        const ids = [...new Set(userIds)].map(Number).filter(Number.isInteger);
        const users = await this.connection.getRepository(ctx, User).findBy({ id: In(ids) });
        return new Map(users.map(({ id, identifier }) => [String(id), identifier]));
    }
}
