/** What no key may carry: it would be more than its list says, or a way to make itself more. */
const NEVER = ['SuperAdmin', 'Owner', 'Public', 'EfiManageMachineKeys'];

/** What is wrong with a key that somebody asks for. */
export type KeyFault =
    'NAME_MISSING' | 'NO_SCOPES' | 'SCOPE_NOT_ALLOWED' | 'SCOPE_NOT_HELD' | 'ALREADY_EXPIRED';

/** A key as it is asked for. */
export interface KeyRequest {
    readonly name: string;
    readonly scopes: readonly string[];
    readonly expiresAt?: Date | null;
}

/**
 * @param held - The permissions of whoever asks, in the channel that the key is for.
 * @returns what is wrong, or nothing.
 */
export function faultOf(
    { name, scopes, expiresAt }: KeyRequest,
    held: readonly string[],
    now: Date,
): KeyFault | undefined {
    if (name.trim() === '') {
        return 'NAME_MISSING';
    }
    if (scopes.length === 0) {
        return 'NO_SCOPES';
    }
    if (scopes.some(scope => NEVER.includes(scope))) {
        return 'SCOPE_NOT_ALLOWED';
    }
    if (!scopes.every(scope => held.includes(scope))) {
        return 'SCOPE_NOT_HELD';
    }
    return expiresAt && expiresAt <= now ? 'ALREADY_EXPIRED' : undefined;
}

/**
 * What a key may do now: its scopes, as far as whoever made it still holds them. `Authenticated` is what anybody has
 * who is signed in.
 */
export function permissionsOf(scopes: readonly string[], held: readonly string[]): string[] {
    return ['Authenticated', ...scopes.filter(scope => held.includes(scope) && !NEVER.includes(scope))];
}
