interface Method {
    readonly id: string;
    /** Whether the shopper fetches the goods. */
    readonly efiIsPickUp: boolean;
}

/**
 * The method that is selected before the shopper chooses: the order's own while it is offered, else the first that
 * delivers, for who has typed an address expects a parcel there. Collection stays a choice.
 *
 * @param methods - The cheapest first.
 */
export function initialMethod(methods: readonly Method[], chosen: string | undefined): string | undefined {
    const preferred =
        methods.find(({ id }) => id === chosen) ?? methods.find(({ efiIsPickUp }) => !efiIsPickUp);
    return (preferred ?? methods[0])?.id;
}
