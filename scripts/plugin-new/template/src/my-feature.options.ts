/** What can be set in `MyFeaturePlugin.init()`. */
export interface MyFeatureOptions {
    /**
     * Longest text of a notice, in characters. Longer ones are refused when they are published; those that were
     * published already stay.
     *
     * @default 200
     */
    maxTextLength?: number;
}

/** Token by which the plugin's parts are given its options. */
export const MY_FEATURE_OPTIONS = Symbol('MY_FEATURE_OPTIONS');

/**
 * Fills in the defaults.
 *
 * @throws Error that names the option and what it must be.
 */
export function resolveOptions(options: MyFeatureOptions): Required<MyFeatureOptions> {
    const { maxTextLength = 200 } = options;
    if (!Number.isInteger(maxTextLength) || maxTextLength < 1) {
        throw new Error(
            `MyFeaturePlugin: maxTextLength must be a whole number of at least 1, got ${maxTextLength}.`,
        );
    }
    return { maxTextLength };
}
