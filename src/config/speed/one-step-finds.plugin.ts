import { PluginCommonModule, TransactionalConnection, VendurePlugin } from '@vendure/core';
import type { EntityManager, EntityMetadata, EntityTarget, FindOneOptions, ObjectLiteral } from 'typeorm';

type Find = (
    this: EntityManager,
    target: EntityTarget<ObjectLiteral>,
    options: FindOneOptions<ObjectLiteral>,
) => Promise<ObjectLiteral | null>;

/** What managers inherit from and finds in one step already. */
const shortened = new WeakSet<object>();

/**
 * Finds a row by its id in one statement. TypeORM asks for one row at most, and with any relation joined that takes it
 * two: one for the id, which is known, and one for the row, whose text is another one for each id.
 */
@VendurePlugin({ imports: [PluginCommonModule], compatibility: '^3.7.0' })
export class OneStepFindsPlugin {
    constructor({ rawConnection }: TransactionalConnection) {
        // Each transaction has a manager of its own.
        findInOneStep(Object.getPrototypeOf(rawConnection.manager) as { findOne: Find });
    }
}

function findInOneStep(managers: { findOne: Find }): void {
    if (shortened.has(managers)) {
        return;
    }
    shortened.add(managers);
    const { findOne } = managers;
    managers.findOne = function (target, options) {
        const metadata = this.connection.getMetadata(target);
        return isOfOneId(options, metadata)
            ? this.createQueryBuilder(target, metadata.name).setFindOptions(options).getOne()
            : findOne.call(this, target, options);
    };
}

function isOfOneId(
    { where, join }: FindOneOptions<ObjectLiteral>,
    { primaryColumns: [primary, another] }: EntityMetadata,
): boolean {
    if (!where || Array.isArray(where) || join || another || primary?.propertyName !== 'id') {
        return false;
    }
    const id: unknown = where.id;
    return typeof id === 'number' || (typeof id === 'string' && id !== '');
}
