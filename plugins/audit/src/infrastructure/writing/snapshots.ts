import { Injectable } from '@nestjs/common';
import { type ID, type RequestContext, TransactionalConnection, User } from '@vendure/core';
import type { EntityMetadata } from 'typeorm';
import type { RelationMetadata } from 'typeorm/metadata/RelationMetadata';
import type { Facts } from '../../domain/difference';

/** So many of one mutation are looked at; of more, the entry tells the ids. */
const MOST = 20;

/** What belongs to a thing in tables of its own, by the names that entities give it. */
const PARTS = new Set(['translations', 'productVariantPrices', 'stockLevels', 'members']);

const WHOLE_NUMBER = /^\d{1,9}$/;

/** Reads things as their rows say, in the transaction that changes them. */
@Injectable()
export class Snapshots {
    private readonly statements = new Map<string, string>();
    private names: string[] | undefined;

    constructor(private readonly connection: TransactionalConnection) {}

    /** Names of all entities. */
    entities(): readonly string[] {
        this.names ??= this.connection.rawConnection.entityMetadatas.map(({ name }) => name);
        return this.names;
    }

    /** By id; nothing of what is no entity or has other ids than numbers, and of what is not there. */
    async read(ctx: RequestContext, entity: string, ids: readonly ID[]): Promise<Map<string, Facts>> {
        const known = ids.map(String).filter(id => WHOLE_NUMBER.test(id));
        const metadata = this.connection.rawConnection.entityMetadatas.find(({ name }) => name === entity);
        const idType = metadata?.primaryColumns[0]?.type;
        if (
            !metadata ||
            known.length === 0 ||
            known.length > MOST ||
            (idType !== Number && idType !== 'int')
        ) {
            return new Map();
        }
        const statement = this.statements.get(entity) ?? selectOf(metadata);
        this.statements.set(entity, statement);
        const { manager } = this.connection.getRepository(ctx, User);
        const rows = await manager.query<{ id: number; facts: Facts }[]>(statement, [known]);
        return new Map(rows.map(({ id, facts }) => [String(id), facts]));
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
