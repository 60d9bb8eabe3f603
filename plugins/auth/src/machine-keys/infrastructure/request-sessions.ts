import type { CachedSession, Injector, SessionCacheStrategy } from '@vendure/core';
import { randomBytes } from 'node:crypto';

/** Sessions that last for one request and are nowhere but here. */
const present = new Map<string, CachedSession>();

/** @returns the token under which Vendure finds the session until `forget` is called. */
export function putSession(session: Omit<CachedSession, 'token'>): string {
    const token = randomBytes(32).toString('hex');
    present.set(token, { ...session, token });
    return token;
}

export function forgetSession(token: string): void {
    present.delete(token);
}

/** The cache of sessions that an application has, with those of single requests before it. */
export class RequestSessions implements SessionCacheStrategy {
    constructor(private readonly inner: SessionCacheStrategy) {}

    init(injector: Injector): void | Promise<void> {
        return this.inner.init?.(injector);
    }

    destroy(): void | Promise<void> {
        return this.inner.destroy?.();
    }

    get(token: string): CachedSession | undefined | Promise<CachedSession | undefined> {
        return present.get(token) ?? this.inner.get(token);
    }

    /** Vendure writes a session that it was given back when it changes the cart or the channel: ours have neither. */
    set(session: CachedSession): void | Promise<void> {
        return present.has(session.token) ? undefined : this.inner.set(session);
    }

    delete(token: string): void | Promise<void> {
        return this.inner.delete(token);
    }

    clear(): void | Promise<void> {
        return this.inner.clear();
    }
}
