import {
    buildSchema,
    type DocumentNode,
    type FragmentDefinitionNode,
    Kind,
    type OperationDefinitionNode,
    parse,
    validate,
    visit,
} from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../project-root';
import { queryLimitRules } from './query-limits';

// The rules look at the query only.
const anySchema = buildSchema('type Query { any: Int }');
const refusals = (query: DocumentNode | string) =>
    validate(anySchema, typeof query === 'string' ? parse(query) : query, queryLimitRules).map(
        error => error.message,
    );

describe('the limits of a query', () => {
    it.each([
        ['storefront/src', 30],
        ['plugins', 20],
        ['node_modules/@vendure/dashboard/src', 150],
    ])('let every query in %s through', (folder, atLeast) => {
        const queries = queriesIn(path.join(projectRoot, folder));
        expect(queries.length).toBeGreaterThan(atLeast);
        const refused = queries.flatMap(query => {
            const reasons = refusals(query);
            return reasons.length > 0 ? [{ query: nameOf(query), reasons }] : [];
        });
        expect(refused).toEqual([]);
    });

    it.each([
        ['nests deeper and deeper', nested(40)],
        ['asks one field under many names', `{ ${many(200, n => `a${n}: products { totalItems }`)} }`],
        ['repeats a directive', `{ products ${'@skip(if: false) '.repeat(200)} { totalItems } }`],
        ['spreads fragments that double each other', doubling(16)],
    ])('refuse a query that %s', (_, query) => {
        expect(refusals(query)).not.toEqual([]);
    });
});

function nested(depth: number): string {
    return `{ ${'collection { parent { '.repeat(depth)} id ${'} } '.repeat(depth)} }`;
}

function many(count: number, field: (n: number) => string): string {
    return Array.from({ length: count }, (_, n) => field(n)).join(' ');
}

function doubling(count: number): string {
    const fragments = Array.from(
        { length: count },
        (_, n) => `fragment F${n} on Product { a: variants { ...F${n + 1} } b: variants { ...F${n + 1} } }`,
    );
    return `{ products { items { ...F0 } } } ${fragments.join(' ')} fragment F${count} on Product { id }`;
}

/** The queries written in a folder's sources, each with the fragments that it spreads, wherever they stand. */
function queriesIn(folder: string): DocumentNode[] {
    const documents = sourcesIn(folder).flatMap(file =>
        [...readFileSync(file, 'utf8').matchAll(/\b(?:graphql|gql)\(?\s*`([^`]+)`/g)].flatMap(
            ([, text = '']) => {
                try {
                    return [parse(text.replace(/\$\{[^}]*\}/g, ''))];
                } catch {
                    return []; // Put together from pieces: its fragments are read where they stand.
                }
            },
        ),
    );
    const definitions = documents.flatMap(document => document.definitions);
    const fragments = new Map(
        definitions
            .filter(node => node.kind === Kind.FRAGMENT_DEFINITION)
            .map(node => [node.name.value, node]),
    );
    return definitions
        .filter(node => node.kind === Kind.OPERATION_DEFINITION)
        .map(operation => ({
            kind: Kind.DOCUMENT,
            definitions: [operation, ...spreads(operation, fragments)],
        }));
}

function spreads(
    operation: OperationDefinitionNode,
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FragmentDefinitionNode[] {
    const found = new Map<string, FragmentDefinitionNode>();
    const collect = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
        visit(node, {
            FragmentSpread({ name: { value } }) {
                const fragment = fragments.get(value);
                if (fragment && !found.has(value)) {
                    found.set(value, fragment);
                    collect(fragment);
                }
            },
        });
    };
    collect(operation);
    return [...found.values()];
}

function sourcesIn(folder: string): string[] {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile() && /(?<!\.spec|\.d)\.tsx?$/.test(entry.name))
        .map(entry => path.join(entry.parentPath, entry.name))
        .filter(file => !/\/node_modules\/(?!@vendure)|\/dist\//.test(file.slice(folder.length)));
}

function nameOf({ definitions: [first] }: DocumentNode): string {
    return first?.kind === Kind.OPERATION_DEFINITION ? (first.name?.value ?? '(no name)') : '';
}
