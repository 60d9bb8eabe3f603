import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { KeyTree, newKeyIds } from './key-tree';

describe('a tree of keys', () => {
    it('gives the same key for an id each time, also when it was stored in between', () => {
        const tree = KeyTree.grow();
        const id = randomBytes(8);
        const key = tree.key(id);
        expect(key).toHaveLength(32);
        expect(tree.key(id)).toEqual(key);
        expect(KeyTree.fromBytes(tree.toBytes()).key(id)).toEqual(key);
    });

    it('gives other keys for other ids, and for another tree', () => {
        const tree = KeyTree.grow();
        const next = newKeyIds();
        const ids = Array.from({ length: 200 }, next);
        expect(new Set(ids.map(id => tree.key(id)?.toString('hex'))).size).toBe(200);
        expect(KeyTree.grow().key(ids[0] ?? Buffer.alloc(8))).not.toEqual(
            tree.key(ids[0] ?? Buffer.alloc(8)),
        );
    });

    it('gives the same keys in whatever order they are asked for, also around one that was destroyed', () => {
        const tree = KeyTree.grow();
        const next = newKeyIds();
        const ids = [
            ...Array.from({ length: 40 }, next),
            ...Array.from({ length: 10 }, () => randomBytes(8)),
        ];
        const stored = tree.toBytes();
        const alone = ids.map(id => KeyTree.fromBytes(stored).key(id));
        expect(ids.map(id => tree.key(id))).toEqual(alone);
        for (let turn = 0; turn < 500; turn++) {
            const index = (turn * 31) % ids.length;
            expect(tree.key(ids[index] ?? Buffer.alloc(8))).toEqual(alone[index]);
        }
        tree.destroy(ids[17] ?? Buffer.alloc(8));
        expect([...ids, ...ids.reverse()].map(id => tree.key(id))).toEqual([
            ...alone.with(17, undefined),
            ...alone.with(17, undefined).reverse(),
        ]);
    });

    it('destroys one key for good and keeps its neighbours', () => {
        const tree = KeyTree.grow();
        const next = newKeyIds();
        const [before, id, after] = [next(), next(), next()];
        const far = randomBytes(8);
        const kept = [before, after, far].map(other => tree.key(other));
        expect(tree.destroy(id)).toBe(true);
        expect(tree.destroy(id)).toBe(false);
        const stored = KeyTree.fromBytes(tree.toBytes());
        for (const where of [tree, stored]) {
            expect(where.key(id)).toBeUndefined();
            expect([before, after, far].map(other => where.key(other))).toEqual(kept);
        }
    });

    it('keeps nothing that leads to a destroyed key', () => {
        const tree = KeyTree.grow();
        const id = newKeyIds()();
        const [root, key] = [tree.toBytes(), tree.key(id)];
        tree.destroy(id);
        const left = tree.toBytes();
        expect(left.includes(root.subarray(9))).toBe(false);
        expect(left.includes(key ?? '')).toBe(false);
    });

    it('destroys what was written together at little more than the price of one', () => {
        const tree = KeyTree.grow();
        const next = newKeyIds();
        const ids = Array.from({ length: 16 }, next);
        tree.destroy(ids[0] ?? Buffer.alloc(8));
        const one = tree.toBytes().length;
        ids.forEach(id => tree.destroy(id));
        expect(ids.every(id => tree.key(id) === undefined)).toBe(true);
        expect(tree.toBytes().length).toBeLessThan(one);
    });

    it('counts ids within a run, and begins another run after it', () => {
        const next = newKeyIds();
        const ids = Array.from({ length: 0x1_0002 }, next);
        expect(new Set(ids.map(id => id.toString('hex'))).size).toBe(ids.length);
        expect(new Set(ids.map(id => id.subarray(0, 6).toString('hex'))).size).toBe(2);
    });

    it('refuses bytes that are cut off', () => {
        expect(() => KeyTree.fromBytes(KeyTree.grow().toBytes().subarray(1))).toThrow('cut off');
    });
});
