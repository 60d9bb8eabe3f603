import {
    type DocumentNode,
    Kind,
    OperationTypeNode,
    parse,
    type SelectionSetNode,
    stripIgnoredCharacters,
    visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { type SchemaLike, SchemaShape } from './schema-shape';

/** What a document asks for, as far as a cache has to know. */
export interface ShopDocument {
    /** Without what does not matter: comments, commas, spaces. */
    readonly normalised: string;
    /** Every root field is a single product, and no field leads from it to products that are not its own. */
    readonly singleProducts: boolean;
    readonly bySlug: boolean;
}

export interface DocumentRules {
    /** Root fields that everybody gets the same answer from, e.g. `products`. */
    readonly rootFields: ReadonlySet<string>;
    /** `Type.field` below them. */
    isCacheable(type: string, field: string): boolean;
}

/** Fields that lead from a product to others. */
const TO_OTHER_PRODUCTS = new Set(['productVariants', 'product']);

interface Findings {
    cacheable: boolean;
    singleProducts: boolean;
    bySlug: boolean;
}

/** Longest document that is looked at, in characters. */
const LONGEST = 20_000;

/**
 * Decides which documents may be answered from the cache: queries all of whose fields are known to be the same for
 * everybody. In doubt they may not.
 */
export class ShopDocuments {
    private readonly known = new LRUCache<string, { readonly document?: ShopDocument }>({
        maxSize: 8_000_000,
        sizeCalculation: (_, text) => text.length * 2 + 200,
    });

    private readonly shape: SchemaShape;

    constructor(
        schema: SchemaLike,
        private readonly rules: DocumentRules,
    ) {
        this.shape = new SchemaShape(schema);
    }

    /** `undefined` when its answer must not be kept. */
    look(text: string): ShopDocument | undefined {
        if (text.length > LONGEST) {
            return undefined;
        }
        const known = this.known.get(text);
        if (known) {
            return known.document;
        }
        const document = this.examine(text);
        this.known.set(text, { document });
        return document;
    }

    private examine(text: string): ShopDocument | undefined {
        let parsed: DocumentNode;
        try {
            parsed = parse(text, { noLocation: true, maxTokens: 2_000 });
        } catch {
            return undefined; // GraphQL itself says what is wrong.
        }
        const queriesOnly = parsed.definitions.every(definition =>
            definition.kind === Kind.OPERATION_DEFINITION
                ? definition.operation === OperationTypeNode.QUERY
                : definition.kind === Kind.FRAGMENT_DEFINITION,
        );
        return queriesOnly ? this.examineFields(parsed, text) : undefined;
    }

    private examineFields(parsed: DocumentNode, text: string): ShopDocument | undefined {
        const found: Findings = { cacheable: true, singleProducts: true, bySlug: false };
        for (const definition of parsed.definitions) {
            if (definition.kind === Kind.OPERATION_DEFINITION) {
                this.walk(definition.selectionSet, this.shape.queryType, found);
            } else if (definition.kind === Kind.FRAGMENT_DEFINITION) {
                this.walk(definition.selectionSet, definition.typeCondition.name.value, found);
            }
        }
        visit(parsed, {
            Argument: ({ name }) => {
                found.bySlug ||= name.value === 'slug';
            },
            Directive: ({ name }) => {
                found.cacheable &&= name.value === 'skip' || name.value === 'include';
            },
        });
        const { cacheable, ...rest } = found;
        return cacheable ? { normalised: stripIgnoredCharacters(text), ...rest } : undefined;
    }

    /** Fields that a directive leaves out count as asked for. Fragments are walked where they are defined. */
    private walk({ selections }: SelectionSetNode, parent: string, found: Findings): void {
        for (const selection of selections) {
            if (selection.kind === Kind.INLINE_FRAGMENT) {
                this.walk(selection.selectionSet, selection.typeCondition?.name.value ?? parent, found);
            } else if (selection.kind === Kind.FIELD) {
                const name = selection.name.value;
                const type = this.shape.typeOf(parent, name);
                found.cacheable &&= type !== undefined;
                if (name !== '__typename') {
                    this.judge(parent, name, found);
                }
                if (selection.selectionSet) {
                    this.walk(selection.selectionSet, type ?? '', found);
                }
            }
        }
    }

    private judge(parent: string, name: string, found: Findings): void {
        if (parent === this.shape.queryType) {
            found.cacheable &&= this.rules.rootFields.has(name);
            found.singleProducts &&= name === 'product';
        } else {
            found.cacheable &&= this.rules.isCacheable(parent, name);
            found.singleProducts &&= parent === 'ProductVariant' || !TO_OTHER_PRODUCTS.has(name);
        }
    }
}
