/** A place in the menu, before it is known what is below it. */
export interface TreeNode {
    readonly id: string;
    readonly parentId: string;
}

export type Tree<T extends TreeNode> = T & { readonly children: Tree<T>[] };

/**
 * Hangs nodes below their parents, in the order in which they come. One whose parent is not among them, because it is
 * hidden or the root of all, stands at the top.
 */
export function treeOf<T extends TreeNode>(nodes: readonly T[]): Tree<T>[] {
    const trees = new Map(nodes.map(node => [node.id, { ...node, children: [] }]));
    const top: Tree<T>[] = [];
    for (const tree of trees.values()) {
        (trees.get(tree.parentId)?.children ?? top).push(tree);
    }
    return top;
}
