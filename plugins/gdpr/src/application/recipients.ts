/** Who gets personal data from the shop, as Article 30 (1) d and e GDPR asks for. */
export interface Recipient {
    readonly name: string;
    /** What for: `Takes payments`. */
    readonly does: string;
    /** Which data. */
    readonly gets: string;
    /** Whether it works for the shop, or on its own account. */
    readonly role: 'processor' | 'controller';
    /** Where it is. @default not said: for the shop to add */
    readonly place?: string | undefined;
    /** On which ground data leaves the European Economic Area. @default not said: for the shop to add */
    readonly transfer?: string | undefined;
}

const UNKNOWN = 'not known to the software: see the contract';

/** A section of the record, as Markdown. */
export function recipientSection(recipients: readonly Recipient[]): string {
    const entries = recipients.map(({ name, does, gets, role, place, transfer }) =>
        [
            `### ${name}`,
            '',
            `- **What for**: ${does}`,
            `- **Data**: ${gets}`,
            `- **Role**: ${role === 'processor' ? 'processes data for the shop' : 'on its own account'}`,
            `- **Where**: ${place ?? UNKNOWN}`,
            `- **Transfer to a third country**: ${transfer ?? UNKNOWN}`,
            '',
        ].join('\n'),
    );
    return [
        '## Recipients\n',
        entries.length ? entries.join('\n') : 'None that the software knows of.\n',
    ].join('\n');
}
