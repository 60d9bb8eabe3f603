import { describe, expect, it } from 'vitest';
import { handsOf } from './hands';

describe('hands', () => {
    it('are told apart by what they share, also by way of others', () => {
        const attempts = [['mail a', 'device 1'], ['mail b'], ['device 2', 'mail b'], ['device 1'], []];
        expect([...handsOf(attempts)]).toEqual([0, 1, 1, 0, 2]);
        expect([...handsOf([...attempts, ['device 1', 'mail b']])]).toEqual([0, 0, 0, 0, 1, 0]);
    });
});
