/**
 * Wraps the one key that the file of keys is sealed with. Wherever the master key is, it never comes here: what knows
 * it is asked when a process starts and when the file changes, not for each text.
 */
export interface MasterKeys {
    /** What wraps, for people: `environment`, `Vault transit` … */
    readonly name: string;
    /**
     * Under the newest master key.
     *
     * @param key - 32 bytes.
     * @returns what {@link unwrap} takes; it says itself under which master key it is.
     */
    wrap(key: Buffer): Promise<string>;
    /**
     * Under whichever master key it was wrapped.
     *
     * @throws when that key is not here any more, or what was wrapped was changed.
     */
    unwrap(wrapped: string): Promise<Buffer>;
}
