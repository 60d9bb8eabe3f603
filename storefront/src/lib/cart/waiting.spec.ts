import { describe, expect, it } from 'vitest';
import { addWaiting, dropFirstWaiting, readWaiting } from './waiting';

function store(content: Record<string, string> = {}) {
    const kept = new Map(Object.entries(content));
    return {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => void kept.set(key, value),
        removeItem: (key: string) => void kept.delete(key),
    };
}

const lamp = { variantId: '7', quantity: 2, name: 'Lamp' };
const sofa = { variantId: '9', quantity: 1, name: 'Sofa' };

describe('what waits for the cart', () => {
    it('is kept in order, for each market by itself, until the server has answered', () => {
        const browser = store();
        addWaiting(browser, 'us', lamp);
        addWaiting(browser, 'us', sofa);
        addWaiting(browser, 'de', sofa);
        expect(readWaiting(browser, 'us')).toEqual([lamp, sofa]);
        dropFirstWaiting(browser, 'us');
        expect(readWaiting(browser, 'us')).toEqual([sofa]);
        dropFirstWaiting(browser, 'us');
        expect(readWaiting(browser, 'us')).toEqual([]);
        expect(readWaiting(browser, 'de')).toEqual([sofa]);
    });

    it.each([
        'not JSON',
        '{}',
        '[1, null, {"variantId": 7}, {"variantId": "7", "name": "x", "quantity": 0}]',
    ])('is nothing where something else wrote %s', text => {
        expect(readWaiting(store({ 'efi-waiting-us': text }), 'us')).toEqual([]);
    });

    it('has a bound', () => {
        const browser = store();
        for (let index = 0; index < 60; index++) {
            addWaiting(browser, 'us', lamp);
        }
        expect(readWaiting(browser, 'us')).toHaveLength(50);
    });
});
