import { ForbiddenError, type RequestContext, UserInputError, type UserService } from '@vendure/core';

/** @throws ForbiddenError without a user: decisions have somebody's name on them. */
export async function administratorOf(ctx: RequestContext, users: UserService): Promise<string> {
    const user = ctx.activeUserId === undefined ? undefined : await users.getUserById(ctx, ctx.activeUserId);
    if (!user) {
        throw new ForbiddenError();
    }
    return user.identifier;
}

/** @throws UserInputError when it is empty. */
export function requireReason(reason: string): string {
    const text = reason.trim();
    if (text === '') {
        throw new UserInputError('Give a reason, for those who look at this later.');
    }
    return text;
}
