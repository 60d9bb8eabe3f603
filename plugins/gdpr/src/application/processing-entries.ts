import type { PersonalDataDeclaration, PersonalDataErasure, PersonalDataTable } from '@efi/plugin-kit';

/** An entry of the record of processing, for programs. */
export interface ProcessingEntry {
    readonly part: string;
    readonly table: string;
    readonly isOfStaff: boolean;
    readonly holds: string;
    readonly purpose: string;
    readonly basis: string;
    readonly retention: string;
    readonly columns: readonly { readonly name: string; readonly says: string }[];
    /** Whether the rows of a person can be found, given out and held back. */
    readonly isFound: boolean;
    readonly withheld: readonly string[];
    readonly erasure: 'DELETION' | 'OVERWRITING' | 'NOTHING';
    readonly overwritten: readonly string[];
    readonly keptBecause: string | null;
}

const WAYS = {
    deletion: 'DELETION',
    overwriting: 'OVERWRITING',
    function: 'OVERWRITING',
    nothing: 'NOTHING',
} as const;

/** What is kept of shoppers, then of staff, in the order of what it says. */
export function processingEntries(declarations: readonly PersonalDataDeclaration[]): ProcessingEntry[] {
    return declarations
        .flatMap(({ tables }) => tables.map(entryOf))
        .sort((a, b) => Number(a.isOfStaff) - Number(b.isOfStaff) || a.holds.localeCompare(b.holds));
}

function entryOf(declared: PersonalDataTable): ProcessingEntry {
    const {
        table,
        part = table,
        holds,
        purpose,
        basis,
        retention,
        subjects,
        withheld = [],
        erasure,
    } = declared;
    const isOfStaff = subjects === 'staff';
    return {
        ...{ part, table, isOfStaff, holds, purpose, basis, retention, withheld },
        columns: Object.entries(declared.columns).map(([name, says]) => ({ name, says })),
        isFound: declared.rows !== undefined && !isOfStaff,
        erasure: WAYS[erasure.by],
        overwritten: overwritten(erasure),
        keptBecause: erasure.by === 'deletion' ? null : erasure.because,
    };
}

function overwritten(erasure: PersonalDataErasure): readonly string[] {
    switch (erasure.by) {
        case 'overwriting':
            return Object.keys(erasure.with);
        case 'function':
            return erasure.columns;
        case 'deletion':
        case 'nothing':
            return [];
    }
}
