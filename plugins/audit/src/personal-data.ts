import { type PersonalDataDeclaration, personalRows } from '@efi/plugin-kit';

/** What the plugin keeps of people. Values of personal fields are masked before they get here. */
export const personalData: PersonalDataDeclaration = {
    tables: [
        {
            table: 'efi_audit.entry',
            holds: 'What somebody did with an account, and from where',
            purpose: 'Finding misuse, and proving what was done',
            basis: 'legal obligation',
            retention: 'Transactions 1 year, sign-ins 2 years, security 5 years',
            rows: personalRows.ofUser('user_id'),
            columns: {
                user_id: 'the account',
                address: 'network address',
                client: 'browser or program',
                before: 'what was changed, without personal values',
                after: 'what it was changed to, without personal values',
                detail: 'more of it, without personal values',
                resource_id: 'number of what it was about',
            },
            impersonal: [
                'class',
                'actor_kind',
                'request_id',
                'channel_id',
                'action',
                'resource_type',
                'status',
            ],
            erasure: {
                by: 'nothing',
                because: 'A trail that can be changed proves nothing; its entries go by age.',
            },
        },
        {
            table: 'efi_audit.alert',
            holds: 'That an account or an address did something unusual',
            purpose: 'Finding misuse',
            basis: 'legitimate interests',
            retention: '1 year',
            rows: personalRows.ofUser('user_id'),
            columns: { user_id: 'the account', address: 'network address' },
            impersonal: ['pattern', 'message', 'acknowledged_by'],
            erasure: { by: 'deletion' },
        },
    ],
    impersonal: [
        {
            because: 'Hashes, signatures and results of checks of the trail',
            tables: ['efi_audit.anchor', 'efi_audit.link', 'efi_audit.pending', 'efi_audit.verification'],
        },
    ],
};
