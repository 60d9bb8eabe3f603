import { Injectable } from '@nestjs/common';
import type { ID, VendureEntity } from '@vendure/core';
import type { SelectQueryBuilder } from 'typeorm';
import { cursorAfter, idBefore } from '../../domain/cursor';
import { EntityIds } from './entity-ids';

export interface PageRequest {
    /** Of items. */
    readonly limit: number;
    /** Of the page before; none for the first one. */
    readonly cursor?: string | undefined;
}

export interface IdPage {
    readonly ids: ID[];
    /** `null` when this page is the last one. */
    readonly nextCursor: string | null;
}

/** Pages by id: what comes in or goes while somebody reads neither repeats an item nor skips one. */
@Injectable()
export class Pages {
    constructor(private readonly ids: EntityIds) {}

    /**
     * @param list - Its name, which its cursors carry.
     * @param query - Of the entities in the list. It may join, but must not repeat one.
     * @returns nothing when the cursor is none of this list.
     */
    async read<Entity extends VendureEntity>(
        list: string,
        query: SelectQueryBuilder<Entity>,
        { limit, cursor }: PageRequest,
        order: 'ASC' | 'DESC' = 'ASC',
    ): Promise<IdPage | undefined> {
        const column = `${query.alias}.id`;
        if (cursor !== undefined) {
            const after = this.ids.decode(idBefore(list, cursor) ?? '');
            if (after === undefined) {
                return undefined;
            }
            query.andWhere(`${column} ${order === 'ASC' ? '>' : '<'} :after`, { after });
        }
        const rows = await query
            .select(column, 'id')
            .orderBy(column, order)
            .limit(limit + 1)
            .getRawMany<{ id: ID }>();
        const ids = rows.slice(0, limit).map(({ id }) => id);
        const last = ids.at(-1);
        return {
            ids,
            nextCursor:
                rows.length > limit && last !== undefined ? cursorAfter(list, this.ids.encode(last)) : null,
        };
    }
}
