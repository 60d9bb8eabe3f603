import { describe, expect, it } from 'vitest';
import { resolveOptions, type RestApiOptions } from '../../rest-api.options';
import { RequestLimits } from './request-limits';

const limitsWith = (options: RestApiOptions) => new RequestLimits(resolveOptions(options));

describe('limits', () => {
    it('count each caller and each kind of route by itself', async () => {
        const limits = limitsWith({ limits: { read: 2 } });
        const one = { userId: '1', address: '192.0.2.1' };
        expect(await limits.count('read', one)).toMatchObject({ isExceeded: false, remaining: 1, quota: 2 });
        expect(await limits.count('read', one)).toMatchObject({ isExceeded: false, remaining: 0 });
        expect(await limits.count('read', one)).toMatchObject({ isExceeded: true, remaining: 0 });
        expect(await limits.count('write', one)).toMatchObject({ isExceeded: false });
        expect(await limits.count('read', { ...one, userId: '2' })).toMatchObject({ isExceeded: false });
        expect(await limits.count('read', { address: one.address })).toMatchObject({ isExceeded: false });
    });

    it('hold for an address, however many accounts ask from it', async () => {
        const limits = limitsWith({ addressLimit: 2 });
        const from = (userId: string) => ({ userId, address: '2001:db8::1' });
        await limits.count('read', from('1'));
        expect(await limits.count('read', from('2'))).toMatchObject({ name: 'address', remaining: 0 });
        expect(await limits.count('read', { userId: '3', address: '2001:db8::2' })).toMatchObject({
            name: 'address',
            isExceeded: true,
        });
        expect(await limits.count('read', { userId: '3', address: '2001:db8:0:1::' })).toMatchObject({
            isExceeded: false,
        });
    });

    it('have to be whole numbers', () => {
        expect(() => limitsWith({ limits: { bulk: 0 } })).toThrow('bulk is 0');
        expect(() => limitsWith({ addressLimit: 1.5 })).toThrow('addressLimit is 1.5');
    });
});
