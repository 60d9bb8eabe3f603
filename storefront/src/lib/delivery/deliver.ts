import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { isLookedAt, sendPagesWithLateScripts } from './late-page';
import { findPackedFiles, packedFile } from './packed-files';

/**
 * Has this process send files as they were packed while building, and pages whose scripts begin after the first paint.
 * Node tells of each request before Next.js gets it, which is where both are done: no other way leads to the text of
 * a page that Next.js streams. Whatever isn't found there is answered by Next.js as ever.
 */
export function deliver(): void {
    const packed = findPackedFiles(path.join(/* turbopackIgnore: true */ process.cwd(), '.next/static'));
    subscribe('http.server.request.start', message => {
        const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
        const file = packedFile(packed, request.url, request.headers['accept-encoding']);
        if (file) {
            request.url = file.url;
            for (const [name, value] of Object.entries(file.headers)) {
                response.setHeader(name, value);
            }
        } else if (isLookedAt(request.url)) {
            sendPagesWithLateScripts(response);
        }
    });
}
