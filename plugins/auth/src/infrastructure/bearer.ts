import type { Request } from 'express';

/** What a request has in `Authorization: Bearer` (RFC 6750): a session's token of Vendure, an access token or a key. */
export function bearerOf(request: Request): string | undefined {
    return /^bearer\s+(\S.*)$/i.exec(request.headers.authorization?.trim() ?? '')?.[1];
}
