import type { AuditClass } from '../../domain/audit-class';

/** What is wrong with a row of the trail. */
export type FaultKind =
    | 'entry-changed'
    | 'entry-removed'
    | 'entry-not-linked'
    | 'person-removed'
    | 'link-changed'
    | 'link-missing'
    | 'anchor-changed'
    | 'anchor-missing'
    | 'anchor-disagrees';

/** A row that is not what it was, is gone, or does not belong there. */
export interface Fault {
    readonly kind: FaultKind;
    /** Nothing for an anchor. */
    readonly class?: AuditClass;
    /** Number of the link in its class. */
    readonly seq?: number;
    readonly entryId?: string;
    readonly anchor?: number;
    /** When the row was written, as far as it is known; ISO 8601. */
    readonly at?: string;
    /** For people. */
    readonly message: string;
}

/** What a verification found. */
export interface TrailReport {
    readonly ok: boolean;
    /** The earliest fault of all. */
    readonly first?: Fault;
    /** The first fault of each class, of the anchors and of what is not linked. */
    readonly faults: readonly Fault[];
    readonly links: number;
    readonly anchors: number;
    /** Entries that wait to be linked for over a minute: no fault, but nobody links. */
    readonly waiting: number;
    readonly milliseconds: number;
}

/** The earliest by time; what has no time, such as a missing link, counts as early as what it is found with. */
export function firstOf(faults: readonly Fault[]): Fault | undefined {
    return [...faults].sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''))[0];
}
