import type { RequestContext, TransactionalConnection } from '@vendure/core';
import { expect, it, vi } from 'vitest';
import { SpellingHelp, type Vocabulary } from './spelling-help';

it('asks again whether words can be compared after the question failed', async () => {
    const query = vi
        .fn<() => Promise<{ there: boolean }[]>>()
        .mockRejectedValueOnce(new Error('outage'))
        .mockResolvedValue([{ there: false }]);
    const help = new SpellingHelp({ rawConnection: { query } } as unknown as TransactionalConnection);
    const nothing: Vocabulary = { words: new Map(), isRight: () => false };
    const correct = () => help.correct({} as RequestContext, ['lampp'], 'en', nothing);
    await expect(correct()).rejects.toThrow('outage');
    expect(await correct()).toBeUndefined();
    expect(await correct()).toBeUndefined();
    expect(query).toHaveBeenCalledTimes(2);
});
