import { describe, expect, it } from 'vitest';
import { readDeliveryTime } from './delivery-time';

const read = (minWorkingDays?: number, maxWorkingDays?: number, orderBy?: string) =>
    readDeliveryTime({ minWorkingDays, maxWorkingDays, orderBy });

describe('how long a way of shipping takes', () => {
    it('is read as staff wrote it down', () => {
        expect(read(3, 5, ' 15:00 ')).toEqual({
            ok: true,
            time: { minWorkingDays: 3, maxWorkingDays: 5, orderBy: '15:00' },
        });
        expect(read(0, 0, '')).toMatchObject({ time: { minWorkingDays: 0, orderBy: null } });
    });

    it.each([
        [-1, 3],
        [1.5, 3],
        [3, 251],
        [3, undefined],
        [undefined, 3],
    ])('is not from %j to %j days', (min, max) => {
        expect(read(min, max)).toEqual({ ok: false, problem: 'DAYS' });
    });

    it('does not end before it begins', () => {
        expect(read(5, 3)).toEqual({ ok: false, problem: 'ORDER' });
        expect(read(3, 3).ok).toBe(true);
    });

    it.each(['24:00', '3 pm', '9:00', '15:60'])('has no end of the day at %j', orderBy => {
        expect(read(1, 1, orderBy)).toEqual({ ok: false, problem: 'ORDER_BY' });
    });
});
