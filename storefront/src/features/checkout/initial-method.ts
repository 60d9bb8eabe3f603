interface Method {
    readonly id: string;
    readonly code: string;
}

/** The Shop API does not say which methods hand the goods over in a shop; their codes do: `collect-us`. */
const collection = /(^|-)collect(-|$)/;

/**
 * The method that is selected before the shopper chooses: the order's own while it is offered, else the first that
 * delivers, for who has typed an address expects a parcel there. Collection stays a choice.
 *
 * @param methods - The cheapest first.
 */
export function initialMethod(methods: readonly Method[], chosen: string | undefined): string | undefined {
    const preferred =
        methods.find(method => method.id === chosen) ?? methods.find(method => !collection.test(method.code));
    return (preferred ?? methods[0])?.id;
}
