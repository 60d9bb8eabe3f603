/** What a customer chose about recommendations. */
export interface ShopperChoices {
    /** Whether recommendations may come from what they bought. The off switch wins over any consent. */
    readonly personal: boolean;
    /** Products that they do not want to see. */
    readonly hidden: readonly number[];
}

/** Keeps what customers choose, for good. */
export abstract class ShopperChoicesStore {
    abstract of(customerId: number): Promise<ShopperChoices>;
    abstract setPersonal(customerId: number, personal: boolean): Promise<void>;
    abstract hide(customerId: number, productId: number): Promise<void>;
    abstract show(customerId: number, productId: number): Promise<void>;
}
