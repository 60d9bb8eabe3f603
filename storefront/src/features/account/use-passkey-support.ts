'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Whether this browser knows passkeys: not before the page has come to life, and never without JavaScript. */
export function usePasskeySupport(): boolean {
    return useSyncExternalStore(
        never,
        () => typeof window.PublicKeyCredential === 'function',
        () => false,
    );
}
