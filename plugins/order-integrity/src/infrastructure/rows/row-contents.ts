import type { ID } from '@vendure/core';
import type { EntityMetadata, ObjectLiteral } from 'typeorm';

/** What saving an entity may write: its columns' values, as text, and whom its lists have as members. */
export interface RowContents {
    readonly columns: ReadonlyArray<string | undefined>;
    readonly lists: ReadonlyArray<readonly ID[] | undefined>;
}

/** @param before - What the row had in it that the entity says nothing of. */
export function rowContents(
    entity: ObjectLiteral,
    { columns, relations }: EntityMetadata,
    before?: RowContents,
): RowContents {
    return {
        columns: columns.map(
            (column, i) =>
                (JSON.stringify(column.getEntityValue(entity)) as string | undefined) ?? before?.columns[i],
        ),
        lists: relations
            .filter(relation => relation.isOneToMany || relation.isManyToMany)
            .map((list, i) => {
                const members = list.getEntityValue(entity) as Array<{ id: ID }> | undefined;
                return members?.map(({ id }) => id) ?? before?.lists[i];
            }),
    };
}

/**
 * @param before - What the entity's row has in it.
 * @returns Values by property, none when there is nothing to write. Nothing at all when there is more to write than
 * columns of the row, as when a list has other members, or when a custom field changed.
 */
export function changedColumns(
    entity: ObjectLiteral,
    before: RowContents,
    metadata: EntityMetadata,
): ObjectLiteral | undefined {
    // As TypeORM does, it leaves alone what is undefined.
    const now = rowContents(entity, metadata, before);
    if (now.lists.some((members, i) => members && !hasSameMembers(members, before.lists[i]))) {
        return undefined;
    }
    const changed = metadata.columns.filter((_, i) => now.columns[i] !== before.columns[i]);
    const values = changed.map(column => {
        const property = column.relationMetadata ?? column;
        return [property.propertyName, property.getEntityValue(entity) as unknown] as const;
    });
    const isKnown = values.every(([, value]) => value !== undefined);
    return isKnown && !changed.some(column => column.embeddedMetadata)
        ? Object.fromEntries(values)
        : undefined;
}

export function hasSameMembers(members: readonly ID[], others: readonly ID[] | undefined): boolean {
    return members.length === others?.length && members.every(id => others.includes(id));
}
