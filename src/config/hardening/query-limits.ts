import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import type { GraphQLError, ValidationContext, ValidationRule } from 'graphql';

/**
 * How large a query may be. The Dashboard's and the storefront's largest stay below (a spec reads them all);
 * introspection, which clients' tools use in demo mode, is not counted.
 */
const QUERY_LIMITS = { depth: 14, aliases: 30, directives: 30, cost: 20_000 } as const;

/** Reported like any fault of a query: thrown, which is the library's own way, it would be a fault of the server. */
const reported = {
    onReject: [(context: ValidationContext | null, error: GraphQLError) => context?.reportError(error)],
    propagateOnRejection: false,
};

/** Refuse a query before it runs that is too deep, too wide, or repeats a field under many names. */
export const queryLimitRules: ValidationRule[] = [
    maxDepthRule({ ...reported, n: QUERY_LIMITS.depth, ignoreIntrospection: true }),
    maxAliasesRule({ ...reported, n: QUERY_LIMITS.aliases, allowList: [] }),
    maxDirectivesRule({ ...reported, n: QUERY_LIMITS.directives }),
    costLimitRule({
        ...reported,
        maxCost: QUERY_LIMITS.cost,
        objectCost: 2,
        scalarCost: 1,
        depthCostFactor: 1.3,
        ignoreIntrospection: true,
    }),
];
