import { PluginCommonModule, VendurePlugin } from '@vendure/core';
import { AssetInterceptorPlugin } from '@vendure/core/dist/api/middleware/asset-interceptor-plugin';
import type { Request } from 'express';
import type { DocumentNode } from 'graphql';

interface Type {
    readonly name: string;
    /** Of a union. */
    getTypes?(): readonly Type[];
}

/** A field of a document, as Vendure remembers it. */
interface Field {
    readonly type?: Type;
    readonly children: Readonly<Record<string, Field>>;
    /** Names of the fragments that say more of it. */
    readonly fragmentRefs: readonly string[];
}

interface FieldTree {
    readonly operation: Field;
    readonly fragments: Readonly<Record<string, Field>>;
}

/** What is used of Vendure's Apollo plugin here, which is private to it. */
interface Inside {
    readonly graphqlValueTransformer: { getOutputTypeTree(document: DocumentNode): FieldTree };
    readonly toAbsoluteUrl?: (request: Request, identifier: string) => string;
    prefixAssetUrls(request: Request, document: DocumentNode, data: unknown): void;
}

/** Where in an answer assets are, by the names of fields. Whatever has none is not in it. */
interface Place {
    readonly isAsset: boolean;
    readonly within: ReadonlyArray<readonly [name: string, place: Place]>;
}

/**
 * Gives assets their addresses where a document asks for assets. Vendure goes through every value of every answer and
 * looks up its type by its whole path, which a fragment on the way makes slower still.
 */
@VendurePlugin({ imports: [PluginCommonModule], compatibility: '^3.7.0' })
export class AssetAddressesPlugin {
    constructor() {
        const inside = AssetInterceptorPlugin.prototype as unknown as Inside;
        inside.prefixAssetUrls = addAddresses;
    }
}

const places = new WeakMap<FieldTree, Place>();

function addAddresses(this: Inside, request: Request, document: DocumentNode, data: unknown): void {
    const { toAbsoluteUrl } = this;
    if (toAbsoluteUrl) {
        const tree = this.graphqlValueTransformer.getOutputTypeTree(document);
        let place = places.get(tree);
        if (!place) {
            place = placeOf([tree.operation], tree);
            places.set(tree, place);
        }
        visitAssets(data, place, asset => {
            for (const field of ['preview', 'source']) {
                const identifier = asset[field];
                if (identifier) {
                    asset[field] = toAbsoluteUrl(request, identifier as string);
                }
            }
        });
    }
}

/** @param fields - Several where fragments say more of the same one. */
function placeOf(fields: readonly Field[], tree: FieldTree): Place {
    const named = new Map<string, Field[]>();
    for (const field of withFragments(fields, tree)) {
        for (const [name, child] of Object.entries(field.children)) {
            named.set(name, [...(named.get(name) ?? []), child]);
        }
    }
    return {
        isAsset: fields.some(({ type }) => type !== undefined && mayBeAsset(type)),
        within: [...named]
            .map(([name, children]) => [name, placeOf(children, tree)] as const)
            .filter(([, place]) => place.isAsset || place.within.length > 0),
    };
}

function withFragments(fields: readonly Field[], tree: FieldTree): Set<Field> {
    const all = new Set(fields);
    // A set gives out what is added to it on the way, too.
    for (const { fragmentRefs } of all) {
        for (const name of fragmentRefs) {
            const fragment = tree.fragments[name];
            if (fragment) {
                all.add(fragment);
            }
        }
    }
    return all;
}

function mayBeAsset(type: Type): boolean {
    return [type, ...(type.getTypes?.() ?? [])].some(({ name }) => ASSETS.has(name));
}

const ASSETS: ReadonlySet<string> = new Set(['Asset', 'SearchResultAsset']);

function visitAssets(value: unknown, place: Place, visit: (asset: Record<string, unknown>) => void): void {
    if (Array.isArray(value)) {
        value.forEach(one => visitAssets(one, place, visit));
    } else if (typeof value === 'object' && value !== null) {
        const fields = value as Record<string, unknown>;
        if (place.isAsset) {
            visit(fields);
        }
        for (const [name, inner] of place.within) {
            visitAssets(fields[name], inner, visit);
        }
    }
}
