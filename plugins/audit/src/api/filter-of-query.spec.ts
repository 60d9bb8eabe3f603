import { describe, expect, it } from 'vitest';
import { filterOfQuery } from './filter-of-query';

describe('a filter in an address', () => {
    it('is read with its lists and times', () => {
        expect(
            filterOfQuery({
                statuses: 'denied,failed',
                user: 'ada',
                from: '2026-11-01T00:00:00Z',
                action: '',
            }),
        ).toMatchObject({
            statuses: ['denied', 'failed'],
            user: 'ada',
            from: new Date('2026-11-01T00:00:00Z'),
            action: undefined,
        });
    });

    it.each([
        [{ statuses: 'denied,lost' }, /^statuses must be of success/],
        [{ from: 'yesterday' }, /^from must be a point in time/],
        [{ user: ['a', 'b'] }, /^user must be a text/],
        [{ action: 'x'.repeat(201) }, /at most 200/],
        [{ everything: '1' }, /^everything is no filter/],
    ])('is refused when it is %j', (query, message) => {
        expect(() => filterOfQuery(query)).toThrow(message);
    });
});
