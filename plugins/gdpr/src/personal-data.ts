import { type PersonalDataDeclaration, personalRows } from '@efi/plugin-kit';

const proof = 'It proves what was asked for and done, by numbers alone.';

/** What this plugin itself keeps of people. */
export const personalData: PersonalDataDeclaration = {
    tables: [
        {
            table: 'efi_gdpr_export',
            holds: 'Files with all data of a person, encrypted',
            purpose: 'Giving people their data',
            basis: 'legal obligation',
            retention: '7 days, or as the option exportDays says',
            rows: `"requestId" IN (SELECT id FROM efi_gdpr_request WHERE ${personalRows.ofCustomer()})`,
            columns: { content: 'the file', sealedToken: 'the secret of its link' },
            withheld: ['content', 'sealedToken'],
            erasure: { by: 'deletion' },
        },
        {
            table: 'efi_gdpr_notice',
            holds: 'What processors were told of a request, and what they answered',
            purpose: 'Having others erase too, and proving it',
            basis: 'legal obligation',
            retention: 'As long as the installation; whom it is about until it is answered',
            rows: `"requestId" IN (SELECT id FROM efi_gdpr_request WHERE ${personalRows.ofCustomer()})`,
            columns: {
                sealedPerson: 'number and e-mail address, encrypted, until it is answered',
                problem: 'what the processor said',
            },
            impersonal: ['state'],
            withheld: ['sealedPerson'],
            erasure: { by: 'nothing', because: 'It is what has others erase the rest.' },
        },
        {
            table: 'efi_gdpr_request',
            holds: 'What a customer asked for about personal data, and what became of it',
            purpose: 'Doing it in time, and proving it',
            basis: 'legal obligation',
            retention: 'As long as the installation, by numbers alone once it has ended',
            rows: personalRows.ofCustomer(),
            columns: {
                customerId: 'the customer',
                note: 'free text of the customer',
                sealedBefore: 'what is to be put right, encrypted, until the request ends',
                subject: 'names and addresses to look for, until the request ends',
                extendedBecause: 'free text of staff',
                refusedBecause: 'free text of staff',
            },
            impersonal: ['id', 'kind', 'state', 'verifiedBy', 'certificate'],
            withheld: ['subject', 'sealedBefore'],
            erasure: {
                by: 'overwriting',
                with: {
                    note: 'NULL',
                    sealedBefore: 'NULL',
                    extendedBecause: `CASE WHEN "extendedBecause" IS NOT NULL THEN '' END`,
                    refusedBecause: `CASE WHEN "refusedBecause" IS NOT NULL THEN '' END`,
                },
                because: proof,
            },
        },
        {
            table: 'efi_gdpr_consent',
            holds: 'What a customer agreed to, now and before, and how',
            purpose: 'Doing what people agreed to and no more, and proving it',
            basis: 'legal obligation',
            retention: 'As long as the account',
            rows: personalRows.ofCustomer(),
            columns: {
                customerId: 'the customer',
                purpose: 'what was decided about',
                agreed: 'the decision',
                at: 'when',
                method: 'how',
                because: 'free text of staff',
            },
            impersonal: ['receipt', 'recordedBy'],
            erasure: { by: 'deletion' },
        },
        {
            table: 'efi_gdpr_legal_hold',
            holds: 'Why data of a customer must not be erased yet',
            purpose: 'Keeping what law or a dispute asks for',
            basis: 'legal obligation',
            retention: 'Until it is released',
            columns: {
                customerId: 'the customer',
                because: 'free text of staff',
                createdBy: 'login name of the member of staff',
            },
            impersonal: ['parts'],
            erasure: { by: 'nothing', because: 'It is what keeps other data.' },
        },
        {
            table: 'efi_gdpr_spent_key',
            holds: 'Names of keys that sealed what a person had here',
            purpose: 'Destroying them when the person is erased',
            basis: 'legal obligation',
            retention: 'Until the keys are destroyed',
            columns: {
                ownerId: 'the customer, the account or the order',
                kind: 'which of them',
                name: 'the name of the key',
            },
            erasure: {
                by: 'nothing',
                because: 'The erasure ends by destroying the keys, and with them these rows.',
            },
        },
        {
            table: 'efi_gdpr_erasure',
            holds: 'That somebody was erased, by a hash',
            purpose: 'Erasing again what a restored backup brings back',
            basis: 'legal obligation',
            retention: 'As long as backups may be restored',
            columns: { subjectHash: 'a hash that leads to nobody without the secret of the installation' },
            erasure: { by: 'nothing', because: proof },
        },
    ],
    impersonal: [
        {
            because: 'Progress of requests, keys, counts of what went, and who processes data',
            tables: [
                'efi_gdpr_part',
                'efi_gdpr_signing_key',
                'efi_gdpr_sealing',
                'efi_gdpr_retention_run',
                'efi_gdpr_processor',
            ],
        },
        {
            because: 'What people are asked',
            tables: ['efi_gdpr_consent_text'],
            columns: { 'efi_gdpr_consent_text.publishedBy': 'The user id of a member of staff.' },
        },
    ],
};
