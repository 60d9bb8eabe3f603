import {
    type ID,
    Order,
    OrderLine,
    type RequestContext,
    ShippingLine,
    type TransactionalConnection,
} from '@vendure/core';
import type { ObjectLiteral, ObjectType, Repository, SaveOptions } from 'typeorm';
import type { ReadRows } from './read-rows';
import { changedColumns, rowContents } from './row-contents';

type Rows = Repository<ObjectLiteral>;

const KNOWN: ReadonlyArray<ObjectType<ObjectLiteral>> = [Order, OrderLine, ShippingLine];

/** An order of which copies are saved. */
interface Copied {
    readonly order: Order;
    /** Takes from a copy what the database has already. */
    trim?(copy: ObjectLiteral): ObjectLiteral;
}

/**
 * The connection, but for what its repositories do to save an order, a line or a shipping line: to find out what is to be
 * written, TypeORM reads its row and its lists once more. Where it is known what the row has in it, the columns that
 * changed are written; where there is more to write, or it is not known, the entity is saved as before.
 */
export function savingChanges(
    connection: TransactionalConnection,
    readRows: ReadRows,
    { order, trim = copy => copy }: Partial<Copied> = {},
): TransactionalConnection {
    const save = async (ctx: RequestContext, rows: Rows, given: ObjectLiteral, options?: SaveOptions) => {
        const isCopy = order !== undefined && rows.target === Order && given.id === order.id;
        const entity = isCopy ? trim(given) : given;
        const read = isCopy ? order : entity;
        const before = readRows.contentsOf(ctx, read);
        const values = before && changedColumns(entity, before, rows.metadata);
        if (!values) {
            await rows.save(entity, options);
        } else if (Object.keys(values).length > 0) {
            await update(rows, entity, values, options);
        }
        readRows.keep(ctx, read, rowContents(given, rows.metadata, before));
    };
    const getRepository = (ctx: RequestContext, target: ObjectType<ObjectLiteral>) => {
        const rows = connection.getRepository(ctx, target);
        const saveAll = async (entities: ObjectLiteral | readonly ObjectLiteral[], options?: SaveOptions) => {
            for (const entity of Array.isArray(entities) ? entities : [entities]) {
                await save(ctx, rows, entity as ObjectLiteral, options);
            }
            return entities;
        };
        return KNOWN.includes(target) ? (Object.create(rows, { save: { value: saveAll } }) as Rows) : rows;
    };
    return Object.create(connection, { getRepository: { value: getRepository } }) as TransactionalConnection;
}

async function update(
    rows: Rows,
    entity: ObjectLiteral,
    values: ObjectLiteral,
    options?: SaveOptions,
): Promise<void> {
    const writing = rows.createQueryBuilder().update().set(values);
    // With the entity it gets the time of the change, as when it is saved.
    await (
        options?.reload === false
            ? writing.where('id = :id', { id: entity.id as ID })
            : writing.whereEntity(entity)
    ).execute();
}

/** A method that may be called on another object than the one it is from. */
export function methodOf<T extends object, K extends keyof T>(service: T, name: K): T[K] {
    return service[name];
}
