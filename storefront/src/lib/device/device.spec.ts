import { describe, expect, it } from 'vitest';
import { needsDevice, readDevice } from './device';

describe('the id of a browser', () => {
    it('is read only as the shop gives it', () => {
        const id = crypto.randomUUID();
        expect(readDevice(id)).toBe(id);
        expect(readDevice('short')).toBeUndefined();
        expect(readDevice('x'.repeat(65))).toBeUndefined();
        expect(readDevice('12345678\r\nx: y')).toBeUndefined();
        expect(readDevice(undefined)).toBeUndefined();
    });

    it('begins with a session, and takes the place of what is none', () => {
        expect(needsDevice(false, undefined)).toBe(false);
        expect(needsDevice(true, undefined)).toBe(true);
        expect(needsDevice(true, 'bad value')).toBe(true);
        expect(needsDevice(true, crypto.randomUUID())).toBe(false);
    });
});
