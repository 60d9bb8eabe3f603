import type { Response } from 'express';

/** As RFC 6750 has it, so that a client knows what to do. */
export function refuseToken(response: Response): void {
    response.set('www-authenticate', 'Bearer error="invalid_token"');
    sendProblem(response, 401, 'invalid-token', 'The access token is not good here, or no longer');
}

/** Answers with problem details (RFC 9457) that say no more than that. */
export function sendProblem(response: Response, status: number, code: string, title: string): void {
    response.status(status).set('cache-control', 'no-store').type('application/problem+json');
    response.send(JSON.stringify({ type: `urn:efi:problem:${code}`, title, status }));
}
