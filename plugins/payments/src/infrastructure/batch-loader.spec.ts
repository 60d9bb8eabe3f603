import { RequestContext } from '@vendure/core';
import { describe, expect, it } from 'vitest';
import { BatchLoader } from './batch-loader';

interface Line {
    readonly owner: string;
    readonly text: string;
}

function loaderOf(lines: readonly Line[]) {
    const reads: Array<readonly string[]> = [];
    const loader = new BatchLoader<Line>(
        (_, ids) => {
            reads.push(ids);
            return Promise.resolve(lines.filter(({ owner }) => ids.includes(owner)));
        },
        ({ owner }) => owner,
    );
    return { loader, reads };
}

const lines: Line[] = [
    { owner: 'a', text: 'first' },
    { owner: 'b', text: 'second' },
    { owner: 'a', text: 'third' },
];

describe('a batch loader', () => {
    it('reads all that is asked for at once by one query, and gives each its own rows in order', async () => {
        const { loader, reads } = loaderOf(lines);
        const ctx = RequestContext.empty();
        const answers = await Promise.all(['a', 'b', 'none', 'a'].map(id => loader.load(ctx, id)));
        expect(reads).toEqual([['a', 'b', 'none']]);
        expect(answers.map(rows => rows.map(({ text }) => text))).toEqual([
            ['first', 'third'],
            ['second'],
            [],
            ['first', 'third'],
        ]);
    });

    it('reads anew what is asked for later', async () => {
        const { loader, reads } = loaderOf(lines);
        const ctx = RequestContext.empty();
        await loader.load(ctx, 'a');
        await loader.load(ctx, 'a');
        expect(reads).toEqual([['a'], ['a']]);
    });

    it('keeps requests apart, since each sees its own transaction', async () => {
        const { loader, reads } = loaderOf(lines);
        await Promise.all([
            loader.load(RequestContext.empty(), 'a'),
            loader.load(RequestContext.empty(), 'b'),
        ]);
        expect(reads).toEqual([['a'], ['b']]);
    });

    it('tells everybody who waits of a failure', async () => {
        const loader = new BatchLoader<Line>(
            () => Promise.reject(new Error('away')),
            ({ owner }) => owner,
        );
        const ctx = RequestContext.empty();
        const answers = await Promise.allSettled([loader.load(ctx, 'a'), loader.load(ctx, 'b')]);
        expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    });
});
