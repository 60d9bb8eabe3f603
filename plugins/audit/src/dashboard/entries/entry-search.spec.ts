import { describe, expect, it } from 'vitest';
import { exportOf, filterOf, pageOf, searchOf } from './entry-search';

describe('what is looked for in the trail', () => {
    it('is taken from the address, and nothing else is', () => {
        expect(searchOf({ resourceId: 7, user: ' ada ', from: 'yesterday', other: 'x', action: '' })).toEqual(
            {
                resourceId: '7',
                user: 'ada',
            },
        );
    });

    it('becomes what the server understands', () => {
        const filter = filterOf({ statuses: 'denied,failed', from: '2026-11-28T10:00', user: 'ada' });
        expect(filter).toEqual({
            statuses: ['denied', 'failed'],
            from: new Date('2026-11-28T10:00').toISOString(),
            user: 'ada',
        });
    });

    it('has an address that leads back to it', () => {
        const search = { resourceType: 'Product', resourceId: '7', action: 'a&b' };
        expect(searchOf(Object.fromEntries(new URL(pageOf(search), 'http://shop').searchParams))).toEqual(
            search,
        );
        expect(pageOf({})).toBe('/audit-trail');
    });

    it('is exported in the channel that is looked at', () => {
        const address = new URL(exportOf({ to: '2026-11-28T10:00' }, 'jsonl', 'token 1'), 'http://shop');
        expect(Object.fromEntries(address.searchParams)).toEqual({
            format: 'jsonl',
            to: new Date('2026-11-28T10:00').toISOString(),
            'vendure-token': 'token 1',
        });
    });
});
