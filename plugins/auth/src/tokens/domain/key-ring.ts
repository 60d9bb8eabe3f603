/** As much of a signing key as it takes to know what it is good for at a time. */
interface AgedKey {
    readonly createdAt: Date;
}

/** How signing keys follow one another. In milliseconds. */
export interface KeySchedule {
    /** How long one key signs. */
    readonly rotateAfter: number;
    /** How long a key is published before it signs: longer than anybody keeps the published keys. */
    readonly publishAhead: number;
    /** How long a key is published after the last signature that it made: longer than any token lives. */
    readonly keepAfter: number;
}

/** What keys are for at one moment. */
export interface KeyRing<K> {
    /** Makes new signatures. None where there is no key at all. */
    readonly signing: K | undefined;
    /** Checks signatures, and is published. */
    readonly verifying: readonly K[];
    /** Nothing needs them any more. */
    readonly outlived: readonly K[];
    /** The next key has to be made now, so that it is known everywhere when it begins to sign. */
    readonly isNextDue: boolean;
}

/** Sorts keys by their ages alone, so that all servers come to the same view without talking to each other. */
export function keyRing<K extends AgedKey>(keys: readonly K[], now: Date, schedule: KeySchedule): KeyRing<K> {
    const newestFirst = [...keys].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
    const age = (key: K): number => now.getTime() - key.createdAt.getTime();
    const isOldEnough = (key: K): boolean => age(key) >= schedule.publishAhead;
    const signing = newestFirst.find(isOldEnough) ?? newestFirst.at(-1);
    // A key's last signature is made at the moment when the next one begins to sign.
    const outlived = newestFirst.filter((_, index) => {
        const successor = newestFirst[index - 1];
        return successor !== undefined && age(successor) >= schedule.publishAhead + schedule.keepAfter;
    });
    const [newest] = newestFirst;
    return {
        signing,
        verifying: newestFirst.filter(key => !outlived.includes(key)),
        outlived,
        isNextDue: !newest || age(newest) >= schedule.rotateAfter,
    };
}
