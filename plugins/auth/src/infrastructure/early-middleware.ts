import type { Middleware, RuntimeVendureConfig } from '@vendure/core';

/**
 * Puts middleware ahead of whatever looks at sessions, and behind what stands before all addresses, such as headers
 * and request ids.
 */
export function addEarly({ apiOptions }: RuntimeVendureConfig, added: readonly Middleware[]): void {
    const { middleware } = apiOptions;
    const first = middleware.findIndex(({ route }) => route !== '/');
    middleware.splice(first === -1 ? middleware.length : first, 0, ...added);
}
