export const PICK_UP_OPTIONS = Symbol('PICK_UP_OPTIONS');

export interface PickUpOptions {
    /** Up to how many pieces at a place shoppers read that few are left, in pieces. 0: never. @default 2 */
    readonly fewLeft?: number;
    /**
     * Whether shoppers fetch the goods with the shipping method of this code. Where a channel has places, an order needs
     * one of them then. @default codes with the word `collect` or `pickup`, such as `collect-us`
     */
    readonly isPickUp?: (shippingMethodCode: string) => boolean;
    /**
     * Whether the checkout in one request takes a place: `arrangeEfiOrder` of `@efi/order-integrity-plugin`, which has to
     * be installed then. @default false
     */
    readonly inArrangeEfiOrder?: boolean;
}

export type ResolvedPickUpOptions = Required<PickUpOptions>;

/** @throws Error when `fewLeft` is no whole number, or below zero. */
export function resolveOptions(options: PickUpOptions): ResolvedPickUpOptions {
    const { fewLeft = 2 } = options;
    if (!Number.isInteger(fewLeft) || fewLeft < 0) {
        throw new Error(`PickUpPlugin: fewLeft must be a whole number of at least 0, not ${fewLeft}.`);
    }
    return {
        isPickUp: code => /(^|-)(collect|pick-?up)(-|$)/i.test(code),
        inArrangeEfiOrder: false,
        ...options,
        fewLeft,
    };
}
