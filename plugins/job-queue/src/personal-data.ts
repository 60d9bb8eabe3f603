import { type PersonalDataDeclaration, type PersonalDataTable, personalRows } from '@efi/plugin-kit';

const work = {
    purpose: 'Doing work in the background, such as sending mails',
    basis: 'contract',
    retention: 'Days after the job has ended, as the options of the queue say',
    erasure: { by: 'deletion' },
} as const satisfies Partial<PersonalDataTable>;

/**
 * What the plugin keeps of people: jobs may carry anything, so they are found by what they mention. They are given out to
 * nobody: they may speak of others too, and a mail's have links that only who gets the mail may open.
 */
export const personalData: PersonalDataDeclaration = {
    tables: [
        {
            ...work,
            table: 'efi_job',
            holds: 'Jobs that mention a person, such as a mail that is to be sent',
            rows: personalRows.mentioning('data', 'result', 'error'),
            columns: { data: 'what the job is to work on', result: 'its result', error: 'why it failed' },
            impersonal: ['queueName', 'state', 'heldBy'],
            withheld: ['data', 'result', 'error'],
        },
        {
            ...work,
            table: 'efi_job_buffer',
            holds: 'Jobs that wait to be put together',
            rows: personalRows.mentioning('data'),
            columns: { data: 'what the job is to work on' },
            impersonal: ['bufferId', 'queueName'],
            withheld: ['data'],
        },
    ],
    impersonal: [],
};
