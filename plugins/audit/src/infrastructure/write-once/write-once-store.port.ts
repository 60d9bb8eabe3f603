/** An object as it is kept. */
export interface KeptObject {
    readonly body: Buffer;
    /** Until when nobody can change or remove it; nothing when somebody can. */
    readonly lockedUntil: Date | undefined;
}

/** A place that what is written to can't be changed in, nor removed from, for a time. */
export interface WriteOnceStore {
    /** Names that begin with `prefix`, in their order. */
    list(prefix: string): Promise<string[]>;
    /** @throws when there is one of this name, or it was not taken. */
    put(name: string, body: Buffer, lockedUntil: Date): Promise<void>;
    /** @returns nothing when there is none. */
    read(name: string): Promise<KeptObject | undefined>;
}
