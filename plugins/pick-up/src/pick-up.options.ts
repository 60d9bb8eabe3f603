export const PICK_UP_OPTIONS = Symbol('PICK_UP_OPTIONS');

export interface PickUpOptions {
    /** Up to how many pieces at a place shoppers read that few are left, in pieces. 0: never. @default 2 */
    readonly fewLeft?: number;
}

export type ResolvedPickUpOptions = Required<PickUpOptions>;

/** @throws Error when `fewLeft` is no whole number, or below zero. */
export function resolveOptions({ fewLeft = 2 }: PickUpOptions): ResolvedPickUpOptions {
    if (!Number.isInteger(fewLeft) || fewLeft < 0) {
        throw new Error(`PickUpPlugin: fewLeft must be a whole number of at least 0, not ${fewLeft}.`);
    }
    return { fewLeft };
}
