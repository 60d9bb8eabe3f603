/** Something that the person who started the shop can mend. The message says what is wrong and what to do. */
export class LaunchError extends Error {
    /**
     * @param {string} message
     * @param {ErrorOptions} [options]
     */
    constructor(message, options) {
        super(message, options);
        this.name = 'LaunchError';
    }
}

/** The person, or the system, asked to stop before the shop was up. */
export class Interrupted extends Error {
    constructor() {
        super('Stopped.');
        this.name = 'Interrupted';
    }
}

/**
 * The text for the terminal: the message alone for what a person can mend, the stack for a fault of ours.
 *
 * @param {unknown} error
 * @returns {string}
 */
export function explain(error) {
    if (error instanceof LaunchError) {
        return `Can't start: ${error.message}`;
    }
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
