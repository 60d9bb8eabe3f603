import type { PersonalDataDeclaration } from '@efi/plugin-kit';
import { contentTables } from './infrastructure/entities';

/** What the plugin keeps of people: nothing. */
export const personalData: PersonalDataDeclaration = {
    tables: [],
    impersonal: [{ because: 'What the shop says to everybody', tables: [...contentTables] }],
};
