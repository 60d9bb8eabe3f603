import { DEFAULT_CHANNEL_CODE } from '@vendure/common/lib/shared-constants';
import type { RequestContext } from '@vendure/core';

/** Which decisions a request may see: in the default channel, which has the orders of all, everything. */
export function ofChannel(ctx: RequestContext): { channelId?: number } {
    return seesAll(ctx) ? {} : { channelId: Number(ctx.channelId) };
}

export function seesAll(ctx: RequestContext): boolean {
    return ctx.channel.code === DEFAULT_CHANNEL_CODE;
}
