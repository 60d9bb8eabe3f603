import type { RequestContext } from '@vendure/core';

interface Batch<Row> {
    readonly ids: Set<string>;
    readonly rows: Promise<ReadonlyMap<string, Row[]>>;
}

/**
 * Reads rows by what they belong to: all that one request asks for in the same turn of the event loop, as the fields
 * of a list's items do, by one query.
 */
export class BatchLoader<Row> {
    private readonly open = new WeakMap<RequestContext, Batch<Row>>();

    /**
     * @param read - Rows that belong to any of the ids.
     * @param idOf - What a row belongs to.
     */
    constructor(
        private readonly read: (ctx: RequestContext, ids: readonly string[]) => Promise<readonly Row[]>,
        private readonly idOf: (row: Row) => string,
    ) {}

    /** @returns In the order in which `read` has them; fails as `read` does. */
    async load(ctx: RequestContext, id: string): Promise<Row[]> {
        const batch = this.open.get(ctx) ?? this.begin(ctx);
        batch.ids.add(id);
        return (await batch.rows).get(id) ?? [];
    }

    private begin(ctx: RequestContext): Batch<Row> {
        const ids = new Set<string>();
        const rows = new Promise<void>(resolve => setImmediate(resolve)).then(() => {
            // Whoever asks from now on may want to see what has changed since.
            this.open.delete(ctx);
            return this.readGrouped(ctx, [...ids]);
        });
        const batch = { ids, rows };
        this.open.set(ctx, batch);
        return batch;
    }

    private async readGrouped(
        ctx: RequestContext,
        ids: readonly string[],
    ): Promise<ReadonlyMap<string, Row[]>> {
        const groups = new Map<string, Row[]>(ids.map(id => [id, []]));
        for (const row of await this.read(ctx, ids)) {
            groups.get(this.idOf(row))?.push(row);
        }
        return groups;
    }
}
