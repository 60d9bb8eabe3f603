import type { Provider } from '@nestjs/common';

/** Options of the plugin: one key for each feature. */
export type AuthOptions = Readonly<Record<never, never>>;

export const AUTH_OPTIONS = Symbol('AUTH_OPTIONS');

/** The options as they are when the server is made, for whoever asks for `AUTH_OPTIONS`. */
export function optionsProvider(options: () => AuthOptions): Provider {
    return { provide: AUTH_OPTIONS, useFactory: options };
}
