import { Injectable } from '@nestjs/common';
import { Administrator, type RequestContext, TransactionalConnection } from '@vendure/core';

/** Names members of the staff, of whom the plugin keeps the user id. */
@Injectable()
export class Staff {
    constructor(private readonly connection: TransactionalConnection) {}

    /** Nothing when there is nobody with this user id any more. */
    async nameOf(ctx: RequestContext, userId: string | null): Promise<string | null> {
        if (!userId || !/^\d{1,10}$/.test(userId)) {
            return null;
        }
        const found = await this.connection
            .getRepository(ctx, Administrator)
            .findOne({ where: { user: { id: userId } }, loadEagerRelations: false });
        return found && `${found.firstName} ${found.lastName}`.trim();
    }
}
