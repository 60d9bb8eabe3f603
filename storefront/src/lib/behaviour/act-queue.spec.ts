import { describe, expect, it } from 'vitest';
import { limits, type Act } from './act';
import { ActQueue } from './act-queue';

const viewed = (productId: number): Act => ({ productViewed: { productId: String(productId) } });

function queueWithClock() {
    const sent: { acts: readonly Act[]; leaving: boolean }[] = [];
    const due: (() => void)[] = [];
    const queue = new ActQueue({
        send: (acts, leaving) => sent.push({ acts, leaving }),
        later: callback => due.push(callback),
    });
    return { queue, sent, due };
}

describe('the queue of acts', () => {
    it('sends together what comes together, a moment later', () => {
        const { queue, sent, due } = queueWithClock();
        queue.add(viewed(1));
        queue.add(viewed(2));
        expect(sent).toEqual([]);
        expect(due).toHaveLength(1);
        due[0]?.();
        expect(sent).toEqual([{ acts: [viewed(1), viewed(2)], leaving: false }]);
        queue.add(viewed(3));
        expect(due).toHaveLength(2);
    });

    it('sends no more at once than the server takes', () => {
        const { queue, sent } = queueWithClock();
        for (let id = 0; id <= limits.acts; id++) {
            queue.add(viewed(id));
        }
        expect(sent.map(({ acts }) => acts.length)).toEqual([limits.acts]);
    });

    it('sends the rest when the shopper leaves, and nothing twice', () => {
        const { queue, sent, due } = queueWithClock();
        queue.add(viewed(1));
        queue.flush(true);
        due[0]?.();
        queue.flush(true);
        expect(sent).toEqual([{ acts: [viewed(1)], leaving: true }]);
    });
});
