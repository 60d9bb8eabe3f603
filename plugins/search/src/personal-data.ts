import type { PersonalDataDeclaration } from '@efi/plugin-kit';

/** What the plugin keeps of people: nothing. What shoppers search for is not in its index. */
export const personalData: PersonalDataDeclaration = {
    tables: [],
    impersonal: [
        {
            because: 'The index of the catalogue',
            tables: [
                'efi_search_count',
                'efi_search_item',
                'efi_search_pending',
                'efi_search_product',
                'efi_search_text',
                'efi_search_word',
            ],
        },
        {
            because: 'What staff have said of searches: words and products',
            tables: ['efi_search_arrangement', 'efi_search_setting', 'efi_search_synonym'],
        },
    ],
};
