import { RankedItem } from '../model';

/**
 * The `n` best items with a score above 0, best first; ties go to the lower index. A bounded heap, so that a
 * catalogue of 100,000 items costs one pass.
 */
export function topItems(scores: Float64Array, n: number, exclude?: (item: number) => boolean): RankedItem[] {
    // The root is the worst item kept.
    const heap: number[] = [];
    const worse = (a: number, b: number) => scores[a]! < scores[b]! || (scores[a] === scores[b] && a > b);
    for (let item = 0; item < scores.length; item++) {
        const score = scores[item]!;
        if (!(score > 0) || (heap.length >= n && !worse(heap[0] ?? item, item)) || exclude?.(item)) {
            continue;
        }
        if (heap.length < n) {
            heap.push(item);
            siftUp(heap, worse);
        } else {
            heap[0] = item;
            siftDown(heap, worse);
        }
    }
    return heap.sort((a, b) => (worse(a, b) ? 1 : -1)).map(item => ({ item, score: scores[item]! }));
}

/** The ranked items with the one of the past that spoke most for each. */
export function withReasons(
    ranked: readonly RankedItem[],
    reasons: ReadonlyMap<number, number>,
): RankedItem[] {
    return ranked.map(found => {
        const because = reasons.get(found.item);
        return because === undefined ? found : { ...found, because };
    });
}

export function itemsOf(ranked: readonly RankedItem[]): number[] {
    return ranked.map(({ item }) => item);
}

type Less = (a: number, b: number) => boolean;

function siftUp(heap: number[], less: Less): void {
    let at = heap.length - 1;
    while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!less(heap[at]!, heap[parent]!)) {
            return;
        }
        [heap[at], heap[parent]] = [heap[parent]!, heap[at]!];
        at = parent;
    }
}

function siftDown(heap: number[], less: Less): void {
    let at = 0;
    for (;;) {
        const left = 2 * at + 1;
        if (left >= heap.length) {
            return;
        }
        const right = left + 1;
        const child = right < heap.length && less(heap[right]!, heap[left]!) ? right : left;
        if (!less(heap[child]!, heap[at]!)) {
            return;
        }
        [heap[at], heap[child]] = [heap[child]!, heap[at]!];
        at = child;
    }
}
