import type { PersonalDataDeclaration } from '@efi/plugin-kit';

/** What the plugin keeps of people: nothing. */
export const personalData: PersonalDataDeclaration = {
    tables: [],
    impersonal: [{ because: 'About addresses of the catalogue', tables: ['efi_old_slug'] }],
};
