/** What can be set in `FraudPlugin.init()`. */
export interface FraudOptions {
    /**
     * Longest text of a notice, in characters. Longer ones are refused when they are published; those that were
     * published already stay.
     *
     * @default 200
     */
    maxTextLength?: number;
}

/** Token by which the plugin's parts are given its options. */
export const FRAUD_OPTIONS = Symbol('FRAUD_OPTIONS');

/**
 * Fills in the defaults.
 *
 * @throws Error that names the option and what it must be.
 */
export function resolveOptions(options: FraudOptions): Required<FraudOptions> {
    const { maxTextLength = 200 } = options;
    if (!Number.isInteger(maxTextLength) || maxTextLength < 1) {
        throw new Error(
            `FraudPlugin: maxTextLength must be a whole number of at least 1, got ${maxTextLength}.`,
        );
    }
    return { maxTextLength };
}
