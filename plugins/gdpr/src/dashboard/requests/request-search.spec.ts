import { describe, expect, it } from 'vitest';
import { optionsOf, pageOf, searchOf } from './request-search';

describe('which requests are shown', () => {
    it('are those that are open, unless the address says another list', () => {
        expect(searchOf({})).toEqual({ show: 'open', kind: '', customer: '' });
        expect(searchOf({ show: 'everything' }).show).toBe('open');
        expect(searchOf({ show: 'ended', kind: 'ERASURE', customer: 7 })).toEqual({
            show: 'ended',
            kind: 'ERASURE',
            customer: '7',
        });
    });

    it('is kept by an address and asked of the server', () => {
        const search = searchOf({ show: 'all', kind: 'ACCESS', customer: '12' });
        expect(pageOf(search)).toBe('/privacy-requests?show=all&kind=ACCESS&customer=12');
        expect(pageOf(searchOf({}))).toBe('/privacy-requests');
        expect(optionsOf(search)).toMatchObject({ kinds: ['ACCESS'], customerId: '12' });
        expect(optionsOf(searchOf({ show: 'partial' }))).toEqual({ states: ['PARTIAL'] });
    });
});
