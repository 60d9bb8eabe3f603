import type { RequestContext } from '@vendure/core';
import { parse } from 'cookie';
import type { Request } from 'express';

/** The header, and the cookie of a browser's sign-in form, that carry a code next to name and password. */
const SECOND_FACTOR = 'efi-second-factor';

const LONGEST = 40;
const given = new WeakMap<Request, string>();

/** For a route that takes the code in its body. */
export function giveCode({ req }: RequestContext, code: string | undefined): void {
    if (req && code) {
        given.set(req, code);
    }
}

/** The code that a request brings, if any. */
export function codeGiven({ req }: RequestContext): string | undefined {
    if (!req) {
        return undefined;
    }
    const inHeader = req.headers[SECOND_FACTOR];
    const inCookie = req.headers.cookie ? parse(req.headers.cookie)[SECOND_FACTOR] : undefined;
    const code = given.get(req) ?? (typeof inHeader === 'string' ? inHeader : inCookie);
    return code?.trim().slice(0, LONGEST) || undefined;
}
