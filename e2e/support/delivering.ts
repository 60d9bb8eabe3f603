/** The ids of those ways of shipping that bring an order: with the others its shopper says where they fetch it. */
export function delivering(methods: ReadonlyArray<{ readonly id: string; readonly code: string }>): string[] {
    return methods.filter(({ code }) => !code.includes('collect')).map(({ id }) => id);
}
