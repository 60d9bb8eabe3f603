import { beforeEach, describe, expect, it } from 'vitest';
import { type Answer, AnswerCache } from './answer-cache';

const answer = (text: string): Answer => ({
    body: Buffer.from(text),
    contentType: 'application/json',
    etag: '"x"',
    showsPriceOrStock: true,
});

describe('the cache of answers', () => {
    let clock: number;
    let cache: AnswerCache;

    beforeEach(() => {
        clock = 1_000;
        cache = new AnswerCache({ maxBytes: 5_000, now: () => clock });
    });

    const keep = (key: string, tags: string[], endsAt = 2_000) =>
        cache.put(key, answer(key), tags, endsAt, cache.begin());

    it('gives an answer until it ends', () => {
        keep('a', []);
        clock = 1_999;
        expect(cache.get('a')?.body.toString()).toBe('a');
        clock = 2_000;
        expect(cache.get('a')).toBeUndefined();
    });

    it('drops exactly what depends on a tag', () => {
        keep('a', ['product@1', 'product']);
        keep('b', ['product@2', 'product']);
        expect(cache.invalidate(['product@1'])).toBe(1);
        expect(cache.get('a')).toBeUndefined();
        expect(cache.get('b')).toBeDefined();
    });

    it('does not keep an answer that began before a change of what it depends on', () => {
        const begun = cache.begin();
        cache.invalidate(['product@1']);
        expect(cache.put('a', answer('old'), ['product@1'], 2_000, begun)).toBe(false);
        expect(cache.put('b', answer('other'), ['product@2'], 2_000, begun)).toBe(true);
        expect(cache.put('a', answer('new'), ['product@1'], 2_000, cache.begin())).toBe(true);
    });

    it('keeps nothing that began before it was cleared, nor while it is held', () => {
        const begun = cache.begin();
        cache.clear(500);
        expect(cache.put('a', answer('a'), [], 9_000, begun)).toBe(false);
        expect(cache.put('a', answer('a'), [], 9_000, cache.begin())).toBe(false);
        clock = 1_500;
        expect(cache.put('a', answer('a'), [], 9_000, cache.begin())).toBe(true);
    });

    it('forgets no change when there were more than it can remember', () => {
        const begun = cache.begin();
        cache.invalidate(['product@1']);
        cache.invalidate(Array.from({ length: 20_001 }, (_, n) => `other@${n}`));
        expect(cache.put('a', answer('old'), ['product@1'], 2_000, begun)).toBe(false);
    });

    it('stays within its bytes, the longest unused first', () => {
        for (let n = 0; n < 20; n++) {
            keep(`key ${n}`, ['product']);
            cache.get('key 0');
        }
        expect(cache.bytes).toBeLessThanOrEqual(5_000);
        expect(cache.get('key 0')).toBeDefined();
        expect(cache.get('key 1')).toBeUndefined();
        expect(cache.put('huge', answer('x'.repeat(6_000)), [], 2_000, cache.begin())).toBe(false);
    });

    it('replaces an answer together with its tags', () => {
        keep('a', ['old']);
        keep('a', ['new']);
        expect(cache.invalidate(['old'])).toBe(0);
        expect(cache.invalidate(['new'])).toBe(1);
    });
});
