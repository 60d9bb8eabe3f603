import type { PersonalDataDeclaration, PersonalDataErasure, PersonalDataTable } from '@efi/plugin-kit';
import { type Recipient, recipientSection } from './recipients';

/** What Article 30 asks for beside what the tables say. */
const INTRODUCTION = `# Record of processing

What the shop keeps of people, why, for how long, and what an erasure does with it (Article 30 GDPR). It is made from what the plugins declare: change it there. Recipients are those that the settings of a shop tell of. Who is responsible, and recipients that no setting tells of, such as a host or a carrier, are for each shop to add.
`;

/** The record as Markdown: what is kept of shoppers, then of staff, and who gets some of it. */
export function recordOfProcessing(
    declarations: readonly PersonalDataDeclaration[],
    recipients: readonly Recipient[] = [],
): string {
    const tables = declarations.flatMap(declaration => declaration.tables);
    const section = (title: string, subjects: 'shoppers' | 'staff') => {
        const entries = tables.filter(table => (table.subjects ?? 'shoppers') === subjects);
        return `## ${title}\n\n${entries.map(entry).sort().join('\n')}`;
    };
    return [
        INTRODUCTION,
        section('Shoppers', 'shoppers'),
        section('Staff', 'staff'),
        recipientSection(recipients),
    ].join('\n');
}

function entry(table: PersonalDataTable): string {
    const lines = [
        `### ${table.holds}`,
        '',
        `- **Where**: \`${table.table}\``,
        `- **Data**: ${Object.entries(table.columns)
            .map(([column, says]) => `${says} (\`${column}\`)`)
            .join(', ')}`,
        `- **Purpose**: ${table.purpose}`,
        `- **Legal basis**: ${table.basis}`,
        `- **Kept**: ${table.retention}`,
    ];
    if ((table.subjects ?? 'shoppers') === 'shoppers') {
        lines.push(`- **Export**: ${exported(table)}`);
    }
    lines.push(`- **Erasure**: ${erased(table.erasure)}`, '');
    return lines.join('\n');
}

function exported({ rows, withheld = [] }: PersonalDataTable): string {
    if (!rows) {
        return 'no, since nobody can find the rows of a person';
    }
    return withheld.length ? `yes, without ${withheld.map(name => `\`${name}\``).join(', ')}` : 'yes';
}

function erased(erasure: PersonalDataErasure): string {
    switch (erasure.by) {
        case 'deletion':
            return 'deleted';
        case 'overwriting':
            return keptWithout(Object.keys(erasure.with), erasure.because);
        case 'function':
            return keptWithout(erasure.columns, erasure.because);
        case 'nothing':
            return `none. ${erasure.because}`;
    }
}

function keptWithout(columns: readonly string[], because: string): string {
    return `kept without ${columns.map(name => `\`${name}\``).join(', ')}. ${because}`;
}
