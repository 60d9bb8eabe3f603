/** When a version is to be shown. */
export interface ScheduledVersion {
    readonly id: number;
    readonly publishedAt: Date;
    /** Null: from when it was published. */
    readonly startsAt: Date | null;
    /** Not included. Null: until something takes its place. */
    readonly endsAt: Date | null;
    readonly withdrawnAt: Date | null;
}

export type VersionState = 'SHOWN' | 'PLANNED' | 'COVERED' | 'OVER' | 'WITHDRAWN';

/**
 * The version that shoppers see. One that ends goes before one that stands, so that a season's page gives way again to
 * the page of every day, and that one can be corrected meanwhile; among equals, the one that began last.
 */
export function shownVersion<Version extends ScheduledVersion>(
    versions: readonly Version[],
    now: Date,
): Version | undefined {
    return versions
        .filter(version => version.withdrawnAt === null && hasBegun(version, now) && !isOver(version, now))
        .sort(
            (a, b) =>
                Number(a.endsAt === null) - Number(b.endsAt === null) ||
                startOf(b).getTime() - startOf(a).getTime() ||
                b.id - a.id,
        )[0];
}

/** `shown`: the one of its page that is, by {@link shownVersion}. */
export function stateOf(
    version: ScheduledVersion,
    shown: ScheduledVersion | undefined,
    now: Date,
): VersionState {
    if (version.withdrawnAt !== null) {
        return 'WITHDRAWN';
    }
    if (isOver(version, now)) {
        return 'OVER';
    }
    if (!hasBegun(version, now)) {
        return 'PLANNED';
    }
    return version.id === shown?.id ? 'SHOWN' : 'COVERED';
}

function startOf({ startsAt, publishedAt }: ScheduledVersion): Date {
    return startsAt ?? publishedAt;
}

function hasBegun(version: ScheduledVersion, now: Date): boolean {
    return startOf(version) <= now;
}

function isOver({ endsAt }: ScheduledVersion, now: Date): boolean {
    return endsAt !== null && endsAt <= now;
}
