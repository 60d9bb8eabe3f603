import { ForbiddenError, type RequestContext, UserInputError, type UserService } from '@vendure/core';
import type { Reviewer } from '../application/ports/payment-reviews.port';

/** @throws ForbiddenError without a user: decisions about money have somebody's name on them. */
export async function reviewerOf(ctx: RequestContext, userService: UserService): Promise<Reviewer> {
    const user =
        ctx.activeUserId === undefined ? undefined : await userService.getUserById(ctx, ctx.activeUserId);
    if (!user) {
        throw new ForbiddenError();
    }
    return { userId: String(user.id), identifier: user.identifier };
}

/** @throws UserInputError when it is empty. */
export function requireReason(reason: string): string {
    const text = reason.trim();
    if (text.length === 0) {
        throw new UserInputError('Give a reason, for those who look at this later.');
    }
    return text;
}
