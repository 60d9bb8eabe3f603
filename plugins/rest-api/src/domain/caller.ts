import { networkOf } from '@efi/plugin-kit';

/** Who asks, as far as counting and keeping apart go. */
export interface Caller {
    /** Of the account that is signed in. */
    readonly userId?: string;
    readonly address: string;
}

/** Callers with the same name share limits. */
export function callerName({ userId, address }: Caller): string {
    return userId === undefined ? `address:${networkOf(address)}` : `user:${userId}`;
}
