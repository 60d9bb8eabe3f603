import type { RefCallback } from 'react';
import { describe, expect, it } from 'vitest';
import { handOver, handOverTick } from './hand-over';

describe('what was entered before React was there', () => {
    const typed = (value: string | undefined, onScreen: string) => {
        const told: string[] = [];
        const ref = handOver<HTMLInputElement>({ value, onChange: ({ target }) => told.push(target.value) });
        (ref as RefCallback<unknown> | undefined)?.({ value: onScreen });
        return told;
    };

    it('is handed over once it differs', () => {
        expect(typed('', 'Ada')).toEqual(['Ada']);
        expect(typed('Ada', 'Ada')).toEqual([]);
    });

    it('is left alone in a field that keeps it itself', () => {
        expect(typed(undefined, 'Ada')).toEqual([]);
        expect(handOver({ value: 'Ada' })).toBeUndefined();
    });

    it.each([
        [false, true, [true]],
        [true, false, [false]],
        [true, true, []],
    ])('of a box known as %j and seen as %j tells %j', (known, onScreen, expected) => {
        const told: boolean[] = [];
        const ref = handOverTick(known, isTicked => told.push(isTicked));
        (ref as RefCallback<unknown>)({ checked: onScreen });
        (ref as RefCallback<unknown>)(null);
        expect(told).toEqual(expected);
    });
});
