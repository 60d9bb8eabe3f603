import { Injectable } from '@nestjs/common';
import { type ID, type RequestContext, TransactionalConnection, User } from '@vendure/core';
import type { EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import type { RelationMetadata } from 'typeorm/metadata/RelationMetadata';
import type { Facts } from '../../domain/difference';

/** What belongs to a thing in tables of its own, by the names that entities give it. */
const PARTS = new Set([
    ...['translations', 'productVariantPrices', 'stockLevels', 'members'],
    ...['lines', 'shippingLines', 'surcharges'],
]);

const WHOLE_NUMBER = /^\d{1,9}$/;

/** Reads things as their rows say, in the transaction that changes them. */
@Injectable()
export class Snapshots {
    private readonly statements = new Map<string, string>();

    constructor(private readonly connection: TransactionalConnection) {}

    /** By id; nothing of what is no entity or has other ids than numbers, and of what is not there. */
    async read(ctx: RequestContext, entity: string, ids: readonly ID[]): Promise<Map<string, Facts>> {
        const known = ids.map(String).filter(id => WHOLE_NUMBER.test(id));
        const metadata = this.numbered(entity);
        if (!metadata || known.length === 0) {
            return new Map();
        }
        const statement = this.statements.get(entity) ?? selectOf(metadata);
        this.statements.set(entity, statement);
        const { manager } = this.connection.getRepository(ctx, User);
        const rows = await manager.query<{ id: number; facts: Facts }[]>(statement, [known]);
        const texts = metadata.columns.filter(({ type }) => type === 'simple-json');
        return new Map(rows.map(({ id, facts }) => [String(id), opened(facts, texts)]));
    }

    /** Of what there is one of. */
    onlyId(ctx: RequestContext, entity: string): Promise<string[]> {
        return this.idsWhere(ctx, entity, 'ORDER BY id LIMIT 1', []);
    }

    /** Of what belongs to an account, such as its administrator. */
    idsOfUser(ctx: RequestContext, entity: string, userId: ID): Promise<string[]> {
        return this.idsWhere(ctx, entity, 'WHERE "userId"::text = $1 AND "deletedAt" IS NULL', [
            String(userId),
        ]);
    }

    private async idsWhere(
        ctx: RequestContext,
        entity: string,
        condition: string,
        parameters: readonly string[],
    ): Promise<string[]> {
        const metadata = this.numbered(entity);
        if (!metadata) {
            return [];
        }
        const { manager } = this.connection.getRepository(ctx, User);
        const rows = await manager.query<{ id: number }[]>(
            `SELECT id FROM "${metadata.tableName}" ${condition}`,
            [...parameters],
        );
        return rows.map(({ id }) => String(id));
    }

    /** An entity whose key is a number. */
    private numbered(entity: string): EntityMetadata | undefined {
        const metadata = this.connection.rawConnection.entityMetadatas.find(({ name }) => name === entity);
        const [key, ...others] = metadata?.primaryColumns ?? [];
        const isNumber = key?.databaseName === 'id' && (key.type === Number || key.type === 'int');
        return isNumber && others.length === 0 ? metadata : undefined;
    }
}

/** JSON that lies in columns of text is looked into as what it is, or a name in it would pass for a text. */
function opened(facts: Facts, texts: readonly ColumnMetadata[]): Facts {
    const inner = texts.flatMap(({ databaseName }) => {
        const text = facts[databaseName];
        return typeof text === 'string' ? [[databaseName, parsed(text)] as const] : [];
    });
    return { ...facts, ...Object.fromEntries(inner) };
}

/** Where personal columns are sealed, the row has no JSON there, and stays sealed. */
function parsed(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return text;
    }
}

function selectOf(metadata: EntityMetadata): string {
    const parts = metadata.relations.flatMap(relation => partOf(relation));
    const roles =
        metadata.name === 'Administrator'
            ? [
                  `'roles', (SELECT jsonb_agg(r."roleId" ORDER BY r."roleId") FROM user_roles_role r WHERE r."userId" = t."userId")`,
              ]
            : [];
    const all = [...parts, ...roles].join(', ');
    return `SELECT t.id, to_jsonb(t) || jsonb_build_object(${all}) AS facts FROM "${metadata.tableName}" t WHERE t.id = ANY ($1::int[])`;
}

/** SQL of a name and what it has: the rows of a part, or the ids of what the thing is joined with. */
function partOf(relation: RelationMetadata): string[] {
    const { propertyName } = relation;
    if (relation.isManyToManyOwner && relation.junctionEntityMetadata) {
        const [own] = relation.joinColumns;
        const [other] = relation.inverseJoinColumns;
        const table = relation.junctionEntityMetadata.tableName;
        return own && other
            ? [
                  `'${propertyName}', (SELECT jsonb_agg(j."${other.databaseName}" ORDER BY j."${other.databaseName}") FROM "${table}" j WHERE j."${own.databaseName}" = t.id)`,
              ]
            : [];
    }
    const key = relation.inverseRelation?.joinColumns[0]?.databaseName;
    return relation.isOneToMany && PARTS.has(propertyName) && key
        ? [
              `'${propertyName}', (SELECT jsonb_object_agg(p.id, to_jsonb(p)) FROM "${relation.inverseEntityMetadata.tableName}" p WHERE p."${key}" = t.id)`,
          ]
        : [];
}
