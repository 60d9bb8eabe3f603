import { describe, expect, it } from 'vitest';
import { type AnswerSources, tagsOfAnswer, tagsOfChange } from './dependencies';

const page: AnswerSources = {
    tables: new Set(['product', 'stock_level', 'collection']),
    products: new Set(['7']),
    bySlug: true,
};

const list: AnswerSources = { ...page, products: 'all', bySlug: false };

function isInvalid(answer: AnswerSources, message: string): boolean {
    const tags = tagsOfAnswer(answer);
    return tagsOfChange(message).some(tag => tags.includes(tag));
}

describe('the page of a product', () => {
    it.each(['product', 'product@7', 'stock_level@7', 'collection', 'collection@3', 'product_slug'])(
        'depends on %s',
        message => expect(isInvalid(page, message)).toBe(true),
    );

    it.each(['product@8', 'stock_level@8', 'stock_level@77', 'asset', 'product_variant@7'])(
        'does not depend on %s',
        message => expect(isInvalid(page, message)).toBe(false),
    );
});

describe('an answer that was made from parts of a table', () => {
    const parts = new Map([['efi_item', new Set(['price 7', 'facts c5'])]]);
    const search: AnswerSources = { ...list, tables: new Set(['efi_item', 'efi_word']), parts };

    it.each(['efi_item', 'efi_item@price 7', 'efi_item@facts c5', 'efi_word', 'efi_word@x'])(
        'depends on %s',
        message => expect(isInvalid(search, message)).toBe(true),
    );

    it.each(['efi_item@price 8', 'efi_item@facts c', 'efi_item@facts c55'])(
        'does not depend on %s',
        message => expect(isInvalid(search, message)).toBe(false),
    );
});

describe('a list', () => {
    it.each(['product', 'product@7', 'product@8', 'stock_level@1', 'collection'])('depends on %s', message =>
        expect(isInvalid(list, message)).toBe(true),
    );

    it.each(['product_slug', 'product_variant_price@7', 'facet'])('does not depend on %s', message =>
        expect(isInvalid(list, message)).toBe(false),
    );
});
