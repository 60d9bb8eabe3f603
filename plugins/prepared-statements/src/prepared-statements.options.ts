/** What can be set in `PreparedStatementsPlugin.init()`. */
export interface PreparedStatementsOptions {
    /**
     * Most statements that a connection keeps prepared; the one that was not used for longest goes. PostgreSQL keeps
     * the plan of each in the memory of that connection's process. 0 prepares none.
     *
     * @default 250
     */
    maxPerConnection?: number;
}

/**
 * Fills in the defaults.
 *
 * @throws Error that names the option and what it must be.
 */
export function resolveOptions(options: PreparedStatementsOptions): Required<PreparedStatementsOptions> {
    const { maxPerConnection = 250 } = options;
    if (!Number.isInteger(maxPerConnection) || maxPerConnection < 0 || maxPerConnection > 10_000) {
        throw new Error(
            `PreparedStatementsPlugin: maxPerConnection must be a whole number from 0 to 10000, got ${maxPerConnection}.`,
        );
    }
    return { maxPerConnection };
}
