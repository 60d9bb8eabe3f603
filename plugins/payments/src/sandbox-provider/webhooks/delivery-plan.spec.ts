import { describe, expect, it } from 'vitest';
import { deliveryDelays } from './delivery-plan';

const plain = { copies: 1, shuffleMs: 0 };
const half = () => 0.5;

describe('deliveryDelays', () => {
    it('sends one at once, unless the token says otherwise', () => {
        expect(deliveryDelays('ok', true, plain, 9_000, half)).toEqual([0]);
        expect(deliveryDelays('webhook_late', true, plain, 9_000, half)).toEqual([9_000]);
        expect(deliveryDelays('webhook_twice', false, plain, 9_000, half)).toEqual([0, 0]);
    });

    it('lets later events of a shuffled payment overtake the first', () => {
        const [first = 0] = deliveryDelays('webhook_shuffled', true, plain, 0, half);
        const [second = 0] = deliveryDelays('webhook_shuffled', false, plain, 0, half);
        expect(first).toBeGreaterThan(second);
    });

    it('follows the plan for all payments', () => {
        expect(deliveryDelays('ok', true, { copies: 3, shuffleMs: 100 }, 0, half)).toEqual([50, 50, 50]);
    });
});
