import { preparing } from '@efi/plugin-kit';
import {
    type EntityManager,
    FindOptionsUtils,
    type ObjectLiteral,
    type QueryRunner,
    type SelectQueryBuilder,
} from 'typeorm';
import type { RelationMetadata } from 'typeorm/metadata/RelationMetadata';

/**
 * With what always comes along with it, and the first one first: a join leaves no order.
 *
 * @returns The alias of what was joined.
 */
export function join(
    query: SelectQueryBuilder<ObjectLiteral>,
    parent: string,
    { propertyPath, inverseEntityMetadata, isOneToMany }: RelationMetadata,
): string {
    const alias = `${parent}_${propertyPath}`;
    query.leftJoinAndSelect(`${parent}.${propertyPath}`, alias);
    FindOptionsUtils.joinEagerRelations(query, alias, inverseEntityMetadata);
    if (isOneToMany) {
        query.addOrderBy(`${alias}.id`);
    }
    return alias;
}

/** Lends the transaction's connection, or one of its own for as long as the statement takes. */
export async function withPreparing<T>(
    manager: EntityManager,
    read: (runner: QueryRunner) => Promise<T>,
): Promise<T> {
    if (manager.queryRunner) {
        return read(preparing(manager.queryRunner));
    }
    const runner = manager.connection.createQueryRunner('slave');
    try {
        return await read(preparing(runner));
    } finally {
        await runner.release();
    }
}
