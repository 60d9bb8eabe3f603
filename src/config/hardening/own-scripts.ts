import type { Response } from 'express';
import { createHash } from 'node:crypto';

const HEADER = 'content-security-policy';
const INLINE_SCRIPT = /<script>([^<]*(?:<(?!\/script>)[^<]*)*)<\/script>/g;

/**
 * Lets the inline scripts of a page run by their hashes (CSP level 2), and no other. For pages that the server sends
 * as they are: what a page's own text says is trusted with it, so that nothing of a caller may be in there.
 */
export function allowOwnScripts(response: Response): void {
    const send = response.send.bind(response);
    response.send = (body: unknown) => {
        const policy = response.getHeader(HEADER);
        if (typeof body === 'string' && typeof policy === 'string') {
            response.setHeader(HEADER, withScripts(policy, body));
        }
        return send(body);
    };
}

/** @returns the policy, with the hashes of a page's inline scripts among its sources of scripts. */
export function withScripts(policy: string, page: string): string {
    return policy.replace(/script-src [^;]*/, sources => [sources, ...scriptHashes(page)].join(' '));
}

/** @returns a page's inline scripts as sources of a policy. */
export function scriptHashes(page: string): string[] {
    return [...page.matchAll(INLINE_SCRIPT)].map(
        ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
    );
}
