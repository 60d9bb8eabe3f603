import type { CachedSession } from '@vendure/core';
import { describe, expect, it } from 'vitest';
import { SessionOrder } from './session-order';

describe('a session that a request begins', () => {
    const sessions = new SessionOrder({} as never, {} as never);
    const session = { id: 7, token: 'abc' } as CachedSession;

    it('is the request’s own once', () => {
        const own = sessions.begin(session);
        expect(own).toEqual(session);
        expect([sessions.isOwn(own), sessions.isOwn(own)]).toEqual([true, false]);
    });

    it('is nobody’s own as a cache hands it out', () => {
        sessions.begin(session);
        expect(sessions.isOwn(session)).toBe(false);
    });
});
