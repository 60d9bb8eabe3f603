import { type PersonalDataDeclaration, type PersonalDataTable, personalRows } from '@efi/plugin-kit';
import { about, own } from './infrastructure/schema/whose-entries';

const entry = {
    table: 'efi_audit.entry',
    purpose: 'Finding misuse, and proving what was done',
    basis: 'legal obligation',
    retention: 'Transactions 1 year, sign-ins 2 years, security 5 years',
} as const satisfies Partial<PersonalDataTable>;

const because =
    'A trail that can be changed proves nothing: it keeps who did what by numbers, and hashes of what is erased.';

const impersonal = [
    'class',
    'actor_kind',
    'request_id',
    'channel_id',
    'action',
    'resource_type',
    'status',
    'salt',
    'origin_hash',
    'said_hash',
];

/** What the plugin keeps of people. Values of personal fields are masked before they get here. */
export const personalData: PersonalDataDeclaration = {
    tables: [
        {
            ...entry,
            holds: 'What somebody did with an account, and from where',
            rows: own,
            columns: {
                user_id: 'the account',
                address: 'network address',
                client: 'browser or program',
                before: 'what was changed, without personal values',
                after: 'what it was changed to, without personal values',
                detail: 'more of it, without personal values',
                said: 'free text, such as a reason',
                resource_id: 'number of what it was about',
            },
            impersonal,
            withheld: ['salt', 'origin_hash', 'said_hash'],
            erasure: {
                by: 'function',
                call: `efi_audit.forget(:customers, :users, :strings, array_agg(id), 'all')`,
                columns: ['address', 'client', 'said'],
                because,
            },
        },
        {
            ...entry,
            part: 'efi_audit.entry of others',
            holds: 'What staff wrote of somebody as the reason of what they did',
            rows: `${about} AND NOT coalesce(${own}, false)`,
            columns: { said: 'free text, such as a reason' },
            impersonal,
            withheld: ['user_id', 'address', 'client', 'before', 'after', 'salt', 'origin_hash', 'said_hash'],
            erasure: {
                by: 'function',
                call: `efi_audit.forget(:customers, :users, :strings, array_agg(id), 'said')`,
                columns: ['said'],
                because,
            },
        },
        {
            ...entry,
            part: 'efi_audit.entry of nobody',
            holds: 'From where strangers tried what they may not do, or a name that no account has',
            basis: 'legitimate interests',
            retention: 'Sign-ins 2 years, the rest 5 years',
            columns: { address: 'network address', client: 'browser or program' },
            impersonal: [...impersonal, ...['user_id', 'resource_id', 'before', 'after', 'detail', 'said']],
            erasure: {
                by: 'nothing',
                because:
                    'Nobody can tell whose it is: such an entry names no account. Of whom something else is known, nothing is kept here.',
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
