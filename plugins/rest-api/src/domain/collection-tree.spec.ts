import { describe, expect, it } from 'vitest';
import { treeOf } from './collection-tree';

describe('a tree of collections', () => {
    it('hangs each below its parent, in order, and those without a visible one at the top', () => {
        const nodes = [
            { id: '4', parentId: '2' },
            { id: '2', parentId: '1' },
            { id: '3', parentId: '2' },
            { id: '9', parentId: 'hidden' },
        ];
        expect(treeOf(nodes)).toEqual([
            {
                id: '2',
                parentId: '1',
                children: [
                    { id: '4', parentId: '2', children: [] },
                    { id: '3', parentId: '2', children: [] },
                ],
            },
            { id: '9', parentId: 'hidden', children: [] },
        ]);
    });
});
