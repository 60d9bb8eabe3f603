import { WorkContext } from '@efi/plugin-kit';
import type { CachedSession, Injector, SessionCacheStrategy } from '@vendure/core';

interface Known {
    session: CachedSession | undefined;
    /** Whether the session is Vendure's, or this request's alone and in no table. */
    readonly isStored: boolean;
}

const ofRequest = new WorkContext<Known>();
const ofReading = new WorkContext<{ wasCached: boolean }>();

/** Has the request go on with a session that was read already: Vendure finds it by its token, and asks no further. */
export function goOnWith(session: CachedSession, isStored: boolean, next: () => void): void {
    ofRequest.run({ session, isStored }, next);
}

/** Has Vendure read a session, and tells whether it was in a cache, which may not have heard of the session's end. */
export async function readSession(
    read: () => Promise<CachedSession | undefined>,
): Promise<{ readonly session: CachedSession | undefined; readonly wasCached: boolean }> {
    const reading = { wasCached: false };
    const session = await ofReading.run(reading, read);
    return { session, wasCached: reading.wasCached };
}

/** The cache of sessions that an application has, with the one that its request came with before it. */
export class RequestSessions implements SessionCacheStrategy {
    constructor(private readonly inner: SessionCacheStrategy) {}

    init(injector: Injector): void | Promise<void> {
        return this.inner.init?.(injector);
    }

    destroy(): void | Promise<void> {
        return this.inner.destroy?.();
    }

    async get(token: string): Promise<CachedSession | undefined> {
        const session = knownOf(token)?.session ?? (await this.inner.get(token));
        const reading = ofReading.getStore();
        if (reading && session) {
            reading.wasCached = true;
        }
        return session;
    }

    set(session: CachedSession): void | Promise<void> {
        const known = knownOf(session.token);
        if (known) {
            known.session = session;
        }
        return known?.isStored === false ? undefined : this.inner.set(session);
    }

    delete(token: string): void | Promise<void> {
        const known = knownOf(token);
        if (known) {
            known.session = undefined;
        }
        return this.inner.delete(token);
    }

    clear(): void | Promise<void> {
        return this.inner.clear();
    }
}

function knownOf(token: string): Known | undefined {
    const known = ofRequest.getStore();
    return known?.session?.token === token ? known : undefined;
}
