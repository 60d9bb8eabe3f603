import { type PersonalDataTable, personalRows } from '@efi/plugin-kit';

const account = {
    purpose: 'Keeping the customer’s account',
    basis: 'contract',
    retention: 'As long as the account',
} as const satisfies Partial<PersonalDataTable>;

const FREE_ADDRESS = (column: string) => `'erased-' || ${column} || '@erased.invalid'`;

/** Vendure’s tables about customers and how they sign in. Sessions end first, the customer’s own row goes last. */
export const sessions: readonly PersonalDataTable[] = [
    {
        ...account,
        table: 'session',
        holds: 'Sessions of an account',
        retention: 'A year without use, or as the session’s duration says',
        rows: personalRows.ofUser(),
        columns: { userId: 'the account', createdAt: 'when it began', activeOrderId: 'the cart' },
        impersonal: ['token', 'authenticationStrategy', 'type'],
        withheld: ['token'],
        erasure: { by: 'deletion' },
    },
];

export const accounts: readonly PersonalDataTable[] = [
    {
        ...account,
        table: 'address',
        holds: 'The address book',
        rows: personalRows.ofCustomer(),
        columns: {
            customerId: 'the customer',
            fullName: 'name',
            company: 'company',
            streetLine1: 'street',
            streetLine2: 'street, second line',
            city: 'city',
            province: 'province',
            postalCode: 'postal code',
            phoneNumber: 'telephone',
            countryId: 'country',
        },
        impersonal: ['defaultShippingAddress', 'defaultBillingAddress'],
        rectifiable: [
            ...['fullName', 'company', 'streetLine1', 'streetLine2', 'city', 'province', 'postalCode'],
            'phoneNumber',
        ],
        erasure: { by: 'deletion' },
    },
    {
        ...account,
        table: 'customer_groups_customer_group',
        holds: 'The groups that a customer is in',
        purpose: 'Prices and promotions for groups of customers',
        rows: personalRows.ofCustomer(),
        columns: { customerId: 'the customer', customerGroupId: 'the group' },
        erasure: { by: 'deletion' },
    },
    {
        ...account,
        table: 'authentication_method',
        holds: 'How an account signs in: password, or account elsewhere',
        rows: personalRows.ofUser(),
        columns: {
            userId: 'the account',
            identifier: 'e-mail address',
            pendingIdentifier: 'e-mail address that waits to be confirmed',
            externalIdentifier: 'the account elsewhere',
            metadata: 'what the other side told of the person',
        },
        impersonal: [
            'passwordHash',
            'verificationToken',
            'passwordResetToken',
            'identifierChangeToken',
            'strategy',
            'type',
        ],
        withheld: ['passwordHash', 'verificationToken', 'passwordResetToken', 'identifierChangeToken'],
        erasure: { by: 'deletion' },
    },
    {
        ...account,
        table: 'user',
        holds: 'The account',
        rows: personalRows.ofUser('id'),
        columns: { identifier: 'e-mail address', lastLogin: 'last sign-in' },
        rectifiable: ['identifier'],
        erasure: {
            by: 'overwriting',
            with: {
                identifier: FREE_ADDRESS('id'),
                lastLogin: 'NULL',
                verified: 'false',
                deletedAt: 'coalesce("deletedAt", now())',
            },
            because: 'Orders lead to it by its number.',
        },
    },
    {
        ...account,
        table: 'customer',
        holds: 'The customer',
        rows: personalRows.ofCustomer('id'),
        columns: {
            title: 'title',
            firstName: 'first name',
            lastName: 'last name',
            phoneNumber: 'telephone',
            emailAddress: 'e-mail address',
            userId: 'the account',
        },
        rectifiable: ['title', 'firstName', 'lastName', 'phoneNumber', 'emailAddress'],
        erasure: {
            by: 'overwriting',
            with: {
                title: 'NULL',
                firstName: `'Erased'`,
                lastName: `'customer'`,
                phoneNumber: 'NULL',
                emailAddress: FREE_ADDRESS('id'),
                deletedAt: 'coalesce("deletedAt", now())',
            },
            because: 'Orders lead to it by its number.',
        },
    },
];

const staff = {
    subjects: 'staff',
    purpose: 'Letting staff in, each with their own rights',
    basis: 'legitimate interests',
    retention: 'As long as the member of staff is one',
    erasure: { by: 'nothing', because: 'Administrators are deleted in the Dashboard.' },
} as const satisfies Partial<PersonalDataTable>;

export const staffTables: readonly PersonalDataTable[] = [
    {
        ...staff,
        table: 'administrator',
        holds: 'Members of staff',
        columns: {
            firstName: 'first name',
            lastName: 'last name',
            emailAddress: 'e-mail address',
            userId: 'the account',
        },
    },
    {
        ...staff,
        table: 'api_key',
        holds: 'Whose an API key is',
        columns: { ownerId: 'the account of its owner', userId: 'the account that it acts as' },
        impersonal: ['lookupId', 'apiKeyHash'],
        withheld: ['apiKeyHash'],
    },
    {
        ...staff,
        table: 'settings_store_entry',
        holds: 'How members of staff like the Dashboard',
        columns: { scope: 'the account', value: 'the setting' },
        impersonal: ['key'],
    },
];
