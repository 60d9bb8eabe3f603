import type { PersonalDataDeclaration } from '@efi/plugin-kit';

/** What the plugin keeps of people: nothing. Files of products are kept until they are imported. */
export const personalData: PersonalDataDeclaration = {
    tables: [],
    impersonal: [
        {
            because: 'Files of products and what became of them',
            tables: [
                'efi_catalogue_run',
                'efi_catalogue_chunk',
                'efi_catalogue_problem',
                'efi_catalogue_trial',
            ],
        },
    ],
};
