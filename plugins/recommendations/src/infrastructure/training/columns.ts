import type { TrainingSet } from '../../domain/model';

interface Act {
    /** Tells people apart within one run; `person …` for those whose acts are linked with consent. */
    readonly who: string;
    /** Of one person. */
    readonly basket: string;
    readonly productId: number;
    /** Milliseconds since the epoch. */
    readonly at: number;
    readonly weight: number;
}

/** Collects acts as columns of dense indexes, so that no id of anybody gets into a model. */
export class Columns {
    private readonly users = new Dense();
    private readonly baskets = new Dense();
    private readonly items: ReadonlyMap<number, number>;
    private readonly user: number[] = [];
    private readonly item: number[] = [];
    private readonly basket: number[] = [];
    private readonly at: number[] = [];
    private readonly weight: number[] = [];
    private people = 0;

    /** @param productIds - By dense index. Acts about others are left out. */
    constructor(productIds: readonly number[]) {
        this.items = new Map(productIds.map((productId, index) => [productId, index]));
    }

    add({ who, basket, productId, at, weight }: Act): void {
        const item = this.items.get(productId);
        if (item === undefined) {
            return;
        }
        const users = this.users.size;
        this.user.push(this.users.of(who));
        if (this.users.size > users && who.startsWith('person ')) {
            this.people++;
        }
        this.item.push(item);
        this.basket.push(this.baskets.of(basket));
        this.at.push(at);
        this.weight.push(weight);
    }

    /** Of what was added so far. */
    counts(): { readonly baskets: number; readonly people: number } {
        return { baskets: this.baskets.size, people: this.people };
    }

    toSet(): Omit<TrainingSet, 'until' | 'content'> {
        return {
            users: this.users.size,
            items: this.items.size,
            user: Int32Array.from(this.user),
            item: Int32Array.from(this.item),
            at: Float64Array.from(this.at),
            weight: Float32Array.from(this.weight),
            basket: Int32Array.from(this.basket),
        };
    }
}

/** Numbers things from 0, in the order in which they are met. */
class Dense {
    private readonly indexes = new Map<string, number>();

    get size(): number {
        return this.indexes.size;
    }

    of(key: string): number {
        const index = this.indexes.get(key) ?? this.indexes.size;
        this.indexes.set(key, index);
        return index;
    }
}
