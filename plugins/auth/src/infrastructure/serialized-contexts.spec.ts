import { Channel, LanguageCode, RequestContext } from '@vendure/core';
import type { Request } from 'express';
import { expect, it } from 'vitest';
import { keepCredentialsOutOfJobs } from './serialized-contexts';

const request = {
    headers: { authorization: 'Bearer secret-token', cookie: 'session=secret-cookie' },
    body: { variables: { password: 'secret-password' } },
} as unknown as Request;

function contextOf(): RequestContext {
    return new RequestContext({
        apiType: 'shop',
        channel: new Channel({ id: 1, code: 'default', defaultLanguageCode: LanguageCode.en }),
        languageCode: LanguageCode.de,
        isAuthorized: true,
        authorizedAsOwnerOnly: true,
        req: request,
        session: { id: 7, token: 'secret-session', expires: new Date(1_800_000_000_000), cacheExpiry: 1 },
    });
}

it('leaves nothing in a job that lets anybody in, and all that a job goes by', () => {
    keepCredentialsOutOfJobs();
    keepCredentialsOutOfJobs();

    const ctx = contextOf();
    const serialized = ctx.serialize();
    expect(JSON.stringify(serialized)).not.toContain('secret');
    const again = RequestContext.deserialize(serialized);
    expect(again.languageCode).toBe(LanguageCode.de);
    expect(again.channel).toMatchObject({ id: 1, code: 'default' });
    expect(again.session).toMatchObject({ id: 7, expires: new Date(1_800_000_000_000) });
    // The request goes on with what it came with.
    expect(ctx.session?.token).toBe('secret-session');
    expect(ctx.req).toBe(request);
});
