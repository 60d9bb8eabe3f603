import { internal_getRequestContext, type VendureConfig } from '@vendure/core';
import type { Request } from 'express';
import type { GraphQLField, GraphQLFieldResolver, GraphQLOutputType, GraphQLSchema } from 'graphql';
import { isFacts } from '../../domain/difference';
import type { SqlAuditTrail } from '../sql-audit-trail';
import { isObject, isObjectList, namedTypeOf } from './schema-types';

type ApolloPlugin = NonNullable<VendureConfig['apiOptions']['apolloServerPlugins']>[number];

/**
 * Counts what queries of the Admin API give out of lists, however deep they stand in a query and whatever a query calls
 * them: at the fields that lists come from.
 */
export class CountedLists implements ApolloPlugin {
    /** Set once the application has one. */
    trail: SqlAuditTrail | undefined;

    serverWillStart({ schema }: { schema: GraphQLSchema }): Promise<void> {
        // The Shop API has no administrators, and shoppers' lists are their own.
        if (schema.getType('Administrator')) {
            this.count(schema);
        }
        return Promise.resolve();
    }

    private count(schema: GraphQLSchema): void {
        const query = schema.getQueryType();
        const types: readonly unknown[] = Object.values(schema.getTypeMap());
        for (const type of types.filter(isObject).filter(({ name }) => name !== 'Mutation')) {
            for (const field of Object.values(type.getFields())) {
                if (isPage(field.type) || (type === query && isObjectList(field.type))) {
                    this.countField(type === query ? field.name : `${type.name}.${field.name}`, field);
                }
            }
        }
    }

    private countField(name: string, field: GraphQLField<unknown, unknown>): void {
        const resolve = field.resolve ?? ofParent;
        field.resolve = async (source, args, context, info) => {
            const answer: unknown = await resolve(source, args, context, info);
            const items = itemsOf(answer);
            const ctx = internal_getRequestContext((context as { req: Request }).req);
            // Who reads the trail itself is told of anyway.
            if (items > 0 && ctx && !name.startsWith('efiAudit')) {
                await this.trail?.readInBulk(ctx, name, items);
            }
            return answer;
        };
    }
}

/** Whether it has one page of a list, as `CustomerList` and `SearchResponse` do. */
function isPage(type: GraphQLOutputType): boolean {
    const named = namedTypeOf(type);
    const items = isObject(named) ? named.getFields()['items'] : undefined;
    return items !== undefined && isObjectList(items.type);
}

/** What GraphQL does where a field has no resolver. */
const ofParent: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
    const value = isFacts(source) ? source[info.fieldName] : undefined;
    return typeof value === 'function' ? (value.call(source, args, context, info) as unknown) : value;
};

function itemsOf(answer: unknown): number {
    const list = isFacts(answer) ? answer['items'] : answer;
    return Array.isArray(list) ? list.length : 0;
}
