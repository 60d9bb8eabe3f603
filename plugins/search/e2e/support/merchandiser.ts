import type { SimpleGraphQLClient } from '@vendure/testing';
import { gql } from 'graphql-tag';
import { idle } from './example-shop';

const SYNONYM = '... on EfiSearchSynonym { id terms meanings }';
const ARRANGEMENT = '... on EfiSearchArrangement { id term pinned { id } hidden { id } }';
const ERROR = '... on EfiSearchRuleInvalidError { field reason value }';

/** What a mutation answers: what was saved, or what is wrong with it. */
interface Saved {
    readonly id: string;
    readonly [field: string]: unknown;
}

interface Products {
    readonly pinned?: readonly string[];
    readonly hidden?: readonly string[];
}

/** Says in the Admin API how searches are to be answered. */
export class Merchandiser {
    constructor(
        private readonly client: SimpleGraphQLClient,
        private readonly languageCode = 'en',
    ) {}

    /** The same person with rules of another language, which the channel speaks from then on. */
    async inLanguage(languageCode: string): Promise<Merchandiser> {
        await this.ask(
            `mutation { updateGlobalSettings(input: { availableLanguages: [en, ${languageCode}] }) { __typename } }`,
        );
        await this.ask(
            `mutation { updateChannel(input: { id: "T_1", availableLanguageCodes: [en, ${languageCode}] }) { __typename } }`,
        );
        await idle(this.client);
        return new Merchandiser(this.client, languageCode);
    }

    async synonyms(): Promise<readonly Saved[]> {
        const { efiSearchSynonyms } = await this.ask<{ efiSearchSynonyms: Saved[] }>(
            `{ efiSearchSynonyms(languageCode: ${this.languageCode}) { id terms meanings } }`,
        );
        return efiSearchSynonyms;
    }

    async saveSynonyms(
        terms: readonly string[],
        meanings: readonly string[] = [],
        languageCode = this.languageCode,
    ): Promise<Saved> {
        const { createEfiSearchSynonym } = await this.ask<{ createEfiSearchSynonym: Saved }>(
            `mutation ($input: EfiSearchSynonymInput!) { createEfiSearchSynonym(input: $input) { ${SYNONYM} ${ERROR} } }`,
            { input: { languageCode, terms, meanings } },
        );
        return createEfiSearchSynonym;
    }

    async addSynonyms(terms: readonly string[], meanings: readonly string[] = []): Promise<Saved> {
        return saved(await this.saveSynonyms(terms, meanings));
    }

    async removeSynonyms(id: string): Promise<void> {
        await this.ask('mutation ($id: ID!) { deleteEfiSearchSynonym(id: $id) }', { id });
    }

    async saveArrangement(term: string, { pinned = [], hidden = [] }: Products, id?: string): Promise<Saved> {
        const input = { languageCode: this.languageCode, term, pinnedIds: pinned, hiddenIds: hidden };
        const { result } = await this.ask<{ result: Saved }>(
            id
                ? `mutation ($input: EfiSearchArrangementInput!, $id: ID!) {
                       result: updateEfiSearchArrangement(id: $id, input: $input) { ${ARRANGEMENT} ${ERROR} } }`
                : `mutation ($input: EfiSearchArrangementInput!) {
                       result: createEfiSearchArrangement(input: $input) { ${ARRANGEMENT} ${ERROR} } }`,
            { input, id },
        );
        return result;
    }

    async arrange(term: string, products: Products): Promise<Saved> {
        return saved(await this.saveArrangement(term, products));
    }

    async removeArrangement(id: string): Promise<void> {
        await this.ask('mutation ($id: ID!) { deleteEfiSearchArrangement(id: $id) }', { id });
    }

    async removeAll(): Promise<void> {
        for (const { id } of await this.synonyms()) {
            await this.removeSynonyms(id);
        }
        const { efiSearchArrangements } = await this.ask<{ efiSearchArrangements: Saved[] }>(
            `{ efiSearchArrangements(languageCode: ${this.languageCode}) { id } }`,
        );
        for (const { id } of efiSearchArrangements) {
            await this.removeArrangement(id);
        }
    }

    async settings(): Promise<unknown> {
        const { efiSearchSettings } = await this.ask<{ efiSearchSettings: unknown }>(
            '{ efiSearchSettings { inStockFirst inStockFirstByDefault } }',
        );
        return efiSearchSettings;
    }

    async putInStockFirst(inStockFirst: boolean | null): Promise<void> {
        await this.ask(
            'mutation ($input: EfiSearchSettingsInput!) { updateEfiSearchSettings(input: $input) { inStockFirst } }',
            { input: { inStockFirst } },
        );
    }

    async preview(input: object): Promise<unknown> {
        const { efiSearchPreview } = await this.ask<{ efiSearchPreview: unknown }>(
            `query ($input: EfiSearchPreviewInput!) { efiSearchPreview(input: $input) {
                totalItems pinnedIds synonyms items { productId productName } } }`,
            { input: { languageCode: this.languageCode, ...input } },
        );
        return efiSearchPreview;
    }

    private ask<Answer>(document: string, variables: object = {}): Promise<Answer> {
        return this.client.query<Answer>(gql(document), variables as Record<string, unknown>);
    }
}

function saved(result: Saved): Saved {
    if (!result.id) {
        throw new Error(`Not saved: ${JSON.stringify(result)}`);
    }
    return result;
}
