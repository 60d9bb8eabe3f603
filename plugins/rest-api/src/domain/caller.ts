/** Who asks, as far as counting and keeping apart go. */
export interface Caller {
    /** Of the account that is signed in. */
    readonly userId?: string;
    /** Or the network that it counts with. */
    readonly address: string;
}

/** Callers with the same name share limits. */
export function callerName({ userId, address }: Caller): string {
    return userId === undefined ? `address:${address}` : `user:${userId}`;
}
