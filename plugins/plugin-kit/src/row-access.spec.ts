import { describe, expect, it } from 'vitest';
import { asSystem, beginRowAccess, rowAccess, rowAccessSetting } from './row-access';

describe('the access to rows', () => {
    it('is to everything outside of requests', () => {
        expect(rowAccessSetting()).toBe('all');
        expect(rowAccess()).toBeUndefined();
    });

    it('is to nothing in a request of which nothing is known', () => {
        expect(beginRowAccess(rowAccessSetting)).toBe(':');
    });

    it('is to what the request has shown a right to, also in what it began before', async () => {
        await beginRowAccess(async () => {
            const later = new Promise(resolve => setTimeout(resolve)).then(rowAccessSetting);
            Object.assign(rowAccess() ?? {}, { userId: '7' });
            rowAccess()?.orderIds.add('3').add('4').add('3');
            expect(await later).toBe('7:3,4');
        });
    });

    it('is to everything for staff, and for the system within a request, but no longer', async () => {
        await beginRowAccess(async () => {
            const inside = await asSystem(async () => {
                await Promise.resolve();
                rowAccess()?.orderIds.add('5');
                return rowAccessSetting();
            });
            expect(inside).toBe('all');
            expect(rowAccessSetting()).toBe(':5');
            Object.assign(rowAccess() ?? {}, { everything: true });
            expect(rowAccessSetting()).toBe('all');
        });
    });

    it('is no way to write statements', () => {
        const setting = beginRowAccess(() => {
            Object.assign(rowAccess() ?? {}, { userId: "1'; DROP TABLE customer --" });
            rowAccess()?.orderIds.add("2'").add('9f1c-uuid').add('').add('8');
            return rowAccessSetting();
        });
        expect(setting).toBe(':8');
    });

    it('of two requests at once stays apart', async () => {
        const of = (userId: string) =>
            beginRowAccess(async () => {
                Object.assign(rowAccess() ?? {}, { userId });
                await new Promise(resolve => setTimeout(resolve, 5));
                return rowAccessSetting();
            });
        expect(await Promise.all([of('1'), of('2')])).toEqual(['1:', '2:']);
    });
});
