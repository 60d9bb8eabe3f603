import { type PersonalDataDeclaration, personalRows } from '@efi/plugin-kit';

/** What the plugin keeps of people. */
export const personalData: PersonalDataDeclaration = {
    tables: [
        {
            table: 'efi_rest_idempotency',
            holds: 'Answers to requests, kept to be given again',
            purpose: 'Doing a request once that is sent twice',
            basis: 'contract',
            retention: 'A day',
            rows: personalRows.mentioning('body', 'headers'),
            columns: { body: 'the answer', headers: 'its headers' },
            impersonal: ['scope', 'requestHash'],
            // An answer to somebody else, maybe about many.
            withheld: ['scope', 'requestHash', 'body', 'headers'],
            erasure: { by: 'deletion' },
        },
    ],
    impersonal: [],
};
