import { describe, expect, it } from 'vitest';
import { keyRing } from './key-ring';

const schedule = { rotateAfter: 100, publishAhead: 10, keepAfter: 5 };

describe('keyRing', () => {
    const key = (createdAt: number) => ({ name: `made at ${createdAt}`, createdAt: new Date(createdAt) });
    const at = (now: number, ...keys: ReturnType<typeof key>[]) => {
        const ring = keyRing(keys, new Date(now), schedule);
        return {
            signing: ring.signing?.createdAt.getTime(),
            verifying: ring.verifying.map(({ createdAt }) => createdAt.getTime()),
            outlived: ring.outlived.map(({ createdAt }) => createdAt.getTime()),
            isNextDue: ring.isNextDue,
        };
    };

    it('wants a first key, which signs at once', () => {
        expect(at(0)).toEqual({ signing: undefined, verifying: [], outlived: [], isNextDue: true });
        expect(at(0, key(0))).toEqual({ signing: 0, verifying: [0], outlived: [], isNextDue: false });
    });

    it('wants the next key when the newest has signed for its time', () => {
        expect(at(99, key(0)).isNextDue).toBe(false);
        expect(at(100, key(0)).isNextDue).toBe(true);
    });

    it('publishes a new key before it signs, and signs with the old one until then', () => {
        expect(at(109, key(0), key(100))).toMatchObject({ signing: 0, verifying: [100, 0] });
        expect(at(110, key(0), key(100))).toMatchObject({ signing: 100, verifying: [100, 0] });
    });

    it('checks signatures of the old key until the last token of it has ended', () => {
        expect(at(114, key(0), key(100))).toMatchObject({ verifying: [100, 0], outlived: [] });
        expect(at(115, key(0), key(100))).toMatchObject({ verifying: [100], outlived: [0] });
    });

    it('comes to the same view whatever the order, also when two servers made a key at once', () => {
        expect(at(115, key(101), key(0), key(100))).toEqual(at(115, key(100), key(101), key(0)));
        expect(at(112, key(101), key(0), key(100))).toMatchObject({ signing: 101, verifying: [101, 100, 0] });
    });
});
