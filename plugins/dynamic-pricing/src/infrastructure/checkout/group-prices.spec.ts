import type { RequestContext, RequestContextCacheService, TransactionalConnection } from '@vendure/core';
import { expect, it, vi } from 'vitest';
import { GroupPrices } from './group-prices';

it('asks again whether there are any after the question failed', async () => {
    const query = vi
        .fn<() => Promise<{ any: boolean }[]>>()
        .mockRejectedValueOnce(new Error('outage'))
        .mockResolvedValue([{ any: false }]);
    const prices = new GroupPrices(
        { rawConnection: { query } } as unknown as TransactionalConnection,
        {} as RequestContextCacheService,
    );
    const ctx = { activeUserId: 1 } as unknown as RequestContext;
    await expect(prices.of(ctx, 1)).rejects.toThrow('outage');
    expect(await prices.of(ctx, 1)).toBeUndefined();
    expect(await prices.of(ctx, 2)).toBeUndefined();
    expect(query).toHaveBeenCalledTimes(2);
});
