import { testShop } from '@efi/plugin-kit/testing';
import { LanguageCode, type VendureConfig } from '@vendure/core';
import type { GraphQLField, GraphQLSchema } from 'graphql';
import { gql } from 'graphql-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReadyTextsPlugin } from './ready-texts.plugin';

type Field = GraphQLField<unknown, unknown>;
type Fields = Readonly<Record<string, Field>>;
type ApolloPlugin = NonNullable<VendureConfig['apiOptions']['apolloServerPlugins']>[number];

const CREATE = gql`
    mutation ($input: CreateCollectionInput!) {
        createCollection(input: $input) {
            id
        }
    }
`;

const MENU = gql`
    fragment Texts on Collection {
        id
        name
        slug
        description
        languageCode
    }
    query {
        collections(options: { topLevelOnly: true }) {
            items {
                ...Texts
                parent {
                    ...Texts
                }
                children {
                    ...Texts
                    children {
                        ...Texts
                    }
                }
            }
        }
        facets {
            items {
                name
                languageCode
                values {
                    name
                    languageCode
                }
            }
        }
        products {
            items {
                name
                slug
                description
                languageCode
                optionGroups {
                    name
                    languageCode
                    options {
                        name
                        languageCode
                    }
                }
                variants {
                    name
                    languageCode
                    options {
                        name
                        languageCode
                    }
                }
            }
        }
    }
`;

/** Knows the resolvers that Vendure's fields had and when those of collections are asked, and can put them in the place of ours. */
class VenduresOwn implements ApolloPlugin {
    asked = 0;
    private readonly resolvers = new Map<Field, Field['resolve']>();

    serverWillStart({ schema }: { readonly schema: GraphQLSchema }): Promise<void> {
        for (const type of Object.values(schema.getTypeMap())) {
            const fields = 'getFields' in type ? Object.values(type.getFields() as Fields) : [];
            for (const field of fields) {
                const { resolve } = field;
                if (resolve) {
                    field.resolve = (...call) => {
                        this.asked += type.name === 'Collection' ? 1 : 0;
                        return resolve(...call);
                    };
                    this.resolvers.set(field, field.resolve);
                }
            }
        }
        return Promise.resolve();
    }

    async during<T>(work: () => Promise<T>): Promise<T> {
        const ours = [...this.resolvers.keys()].map(field => [field, field.resolve] as const);
        for (const [field, resolve] of this.resolvers) {
            field.resolve = resolve;
        }
        try {
            return await work();
        } finally {
            for (const [field, resolve] of ours) {
                field.resolve = resolve;
            }
        }
    }
}

describe('texts that are ready', async () => {
    const vendure = new VenduresOwn();
    const shop = await testShop({
        plugins: [ReadyTextsPlugin],
        config: { apiOptions: { apolloServerPlugins: [vendure] } },
    });

    const text = (languageCode: LanguageCode, name: string, description = `About ${name}`) => ({
        languageCode,
        name,
        slug: name.toLowerCase(),
        description,
    });
    const add = async (parentId: string | undefined, ...texts: Array<ReturnType<typeof text>>) => {
        const { createCollection } = await shop.adminClient.query<{ createCollection: { id: string } }>(
            CREATE,
            { input: { parentId, filters: [], translations: texts } },
        );
        return createCollection.id;
    };

    beforeAll(async () => {
        await shop.start();
        await shop.sql(`UPDATE channel SET "availableLanguageCodes" = 'en,de,fr'`);
        await shop.sql(`UPDATE global_settings SET "availableLanguages" = 'en,de,fr'`);
        const { en, de, fr } = LanguageCode;
        const home = await add(undefined, text(en, 'Home'), text(de, 'Wohnen', ''));
        const light = await add(home, text(en, 'Light', ''), text(de, 'Licht'));
        await add(home, text(de, 'Nur'));
        await add(light, text(en, 'Bulbs', ''), text(fr, 'Ampoules', ''));
        await shop.sql(`UPDATE collection_translation SET name = '' WHERE name = 'Licht'`);
    });
    afterAll(shop.stop);

    const ask = async (languageCode: string, query = MENU) => {
        vendure.asked = 0;
        const answer = await shop.shopClient.query<object>(query, {}, { languageCode });
        return { answer, asked: vendure.asked };
    };

    it.each([
        ['in its own language', 'en', '"name":"Light"'],
        ['in a language with empty ones', 'de', '"name":"Wohnen"'],
        ['in a language where most are missing', 'fr', '"name":"Ampoules"'],
        ['in a language that there is not', 'it', '"name":"Nur"'],
    ])('are what Vendure says %s', async (_, languageCode, known) => {
        const { answer } = await ask(languageCode);
        expect(answer).toEqual((await vendure.during(() => ask(languageCode))).answer);
        expect(JSON.stringify(answer)).toContain(known);
    });

    it('of the children in a menu are given out without asking Vendure’s resolvers', async () => {
        const menu = gql`
            {
                collections(options: { topLevelOnly: true }) {
                    items {
                        name
                        children {
                            name
                            slug
                        }
                    }
                }
            }
        `;
        const childrenOnly = 1;
        const itsName = 1;
        expect((await ask('en', menu)).asked).toBe(childrenOnly);
        expect((await vendure.during(() => ask('en', menu))).asked).toBe(childrenOnly + itsName + 2 * 2);
    });
});
