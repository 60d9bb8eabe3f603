import {
    ConfigService,
    internal_getRequestContext,
    LocaleStringHydrator,
    PluginCommonModule,
    type Translatable,
    type VendureConfig,
    type VendureEntity,
    VendurePlugin,
} from '@vendure/core';
import type { Request } from 'express';
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';

type ApolloPlugin = NonNullable<VendureConfig['apiOptions']['apolloServerPlugins']>[number];
type Resolver = GraphQLFieldResolver<unknown, unknown>;
type Hydrator = Pick<LocaleStringHydrator, 'hydrateLocaleStringField'>;
type Texts = Readonly<Record<string, unknown>>;

const NAME = ['name', 'languageCode'];
const PAGE = [...NAME, 'slug', 'description'];

/** By type: the texts that Vendure resolves through its `LocaleStringHydrator`. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
    Collection: PAGE,
    Country: NAME,
    Facet: NAME,
    FacetValue: NAME,
    Product: PAGE,
    ProductOption: NAME,
    ProductOptionGroup: NAME,
    ProductVariant: NAME,
};

/** Shortens both APIs' texts when they start, which is after everything was put together. */
class ShortTexts implements ApolloPlugin {
    hydrator?: Hydrator;

    serverWillStart({ schema }: { readonly schema: GraphQLSchema }): Promise<void> {
        if (this.hydrator) {
            shortenTexts(schema, this.hydrator);
        }
        return Promise.resolve();
    }
}

/**
 * Gives out a text that is there already, or whose translations are: those of a collection's children, for example.
 * Vendure's resolvers of these fields do the same, each by way of Nest's guards, pipes and a dozen promises: in a list of
 * products with their variants that was 18 % of the server's processor time. Where translations are missing, they go and
 * get them as before.
 */
@VendurePlugin({
    imports: [PluginCommonModule],
    configuration: config => {
        const { apiOptions } = config;
        const others = apiOptions.apolloServerPlugins.filter(plugin => !(plugin instanceof ShortTexts));
        apiOptions.apolloServerPlugins = [...others, new ShortTexts()];
        return config;
    },
    compatibility: '^3.7.0',
})
export class ReadyTextsPlugin {
    constructor(hydrator: LocaleStringHydrator, { apiOptions }: ConfigService) {
        for (const plugin of apiOptions.apolloServerPlugins) {
            if (plugin instanceof ShortTexts) {
                plugin.hydrator = hydrator;
            }
        }
    }
}

export function shortenTexts(schema: GraphQLSchema, hydrator: Hydrator): void {
    for (const [name, fields] of Object.entries(TEXTS)) {
        const type = schema.getType(name);
        const definitions = type && 'getFields' in type ? type.getFields() : {};
        for (const field of fields) {
            const definition = definitions[field];
            if (definition && 'resolve' in definition && definition.resolve) {
                definition.resolve = readyOr(field, definition.resolve, hydrator);
            }
        }
    }
}

function readyOr(field: string, resolve: Resolver, hydrator: Hydrator): Resolver {
    return (source, args, context, info) => {
        const texts = source as Texts | null;
        if (isText(texts?.[field])) {
            return texts[field];
        }
        if (!isTranslatable(source)) {
            return resolve(source, args, context, info);
        }
        const ctx = internal_getRequestContext((context as { readonly req: Request }).req);
        // With the translations at hand it has nothing to wait for: the texts are there as soon as it returns.
        const hydrated = hydrator.hydrateLocaleStringField(ctx, source, field as 'languageCode');
        return isText(texts?.[field]) ? texts[field] : hydrated;
    };
}

function isText(value: unknown): value is string {
    return typeof value === 'string' && value !== '';
}

function isTranslatable(source: unknown): source is VendureEntity & Translatable {
    const { translations } = (source ?? {}) as { readonly translations?: unknown };
    return Array.isArray(translations) && translations.length > 0;
}
