import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { done, failed, failedFor, type ActionResult } from '@/lib/action-result';
import { addWaiting, readWaiting } from '@/lib/cart/waiting';
import { sendWaiting } from './send-waiting';

const lamp = { variantId: '7', quantity: 2, name: 'Lamp' };
const sofa = { variantId: '9', quantity: 1, name: 'Sofa' };

beforeEach(() => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => void kept.set(key, value),
        removeItem: (key: string) => void kept.delete(key),
    });
    vi.stubGlobal('navigator', {
        locks: { request: (_name: string, _options: unknown, work: (lock: object) => unknown) => work({}) },
    });
    addWaiting(localStorage, 'us', lamp);
    addWaiting(localStorage, 'us', sofa);
});

afterEach(() => vi.unstubAllGlobals());

const send = (answer: (variantId: unknown) => ActionResult) =>
    sendWaiting('us', (_state, form) => Promise.resolve(answer(form.get('variantId'))), 'Refused.');

describe('what waits for the cart', () => {
    it('is sent one after the other, and waits no more', async () => {
        expect(await send(() => done)).toEqual([{ name: 'Lamp' }, { name: 'Sofa' }]);
        expect(readWaiting(localStorage, 'us')).toEqual([]);
    });

    it('is told and given up when the shop refuses it', async () => {
        const answers = await send(id => (id === '7' ? failed('Sold out.') : done));
        expect(answers).toEqual([{ name: 'Lamp', problem: 'Sold out.' }, { name: 'Sofa' }]);
        expect(readWaiting(localStorage, 'us')).toEqual([]);
    });

    it('goes on waiting while a payment is under way, and is put in after it', async () => {
        const answers = await send(() => failedFor('payment-under-way', 'A payment is under way.'));
        expect(answers).toEqual([{ name: 'Lamp', problem: 'A payment is under way.' }]);
        expect(readWaiting(localStorage, 'us')).toEqual([lamp, sofa]);
        expect(await send(() => done)).toHaveLength(2);
    });

    it('goes on waiting when the shop cannot be reached', async () => {
        const gone = () => {
            throw new Error('No network');
        };
        expect(await send(gone)).toEqual([]);
        expect(readWaiting(localStorage, 'us')).toEqual([lamp, sofa]);
    });
});
