import type { CachedSession, SessionCacheStrategy } from '@vendure/core';

/** A session cache as a second server has it that did not hear of a change: it can be made to answer with the past. */
export class AgingSessionCache implements SessionCacheStrategy {
    private readonly sessions = new Map<string, CachedSession>();
    private old: Map<string, CachedSession> | undefined;

    /** From now on `get` gives what there is now, until `catchUp`. */
    fallBehind(): void {
        this.old = structuredClone(this.sessions);
    }

    catchUp(): void {
        this.old = undefined;
    }

    get(token: string): CachedSession | undefined {
        return structuredClone((this.old ?? this.sessions).get(token));
    }

    set(session: CachedSession): void {
        this.sessions.set(session.token, structuredClone(session));
    }

    delete(token: string): void {
        this.sessions.delete(token);
    }

    clear(): void {
        this.sessions.clear();
    }
}
