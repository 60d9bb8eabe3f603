import { createServer, request, type Server } from 'node:http';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';

/** Stands before a server and keeps what it is sent. */
export interface RecordingProxy {
    readonly url: string;
    close(): Promise<void>;
}

/**
 * @param target - Asked for the server's address at each request.
 * @param received - Called with the address and the body of each request, before it goes on.
 */
export async function startRecordingProxy(
    target: () => string,
    received: (address: string, body: string) => void,
): Promise<RecordingProxy> {
    const server: Server = createServer((incoming, answer) => {
        void buffer(incoming).then(body => {
            received(incoming.url ?? '', body.toString('utf8'));
            const onward = request(
                new URL(incoming.url ?? '/', target()),
                { method: incoming.method, headers: incoming.headers },
                response => {
                    answer.writeHead(response.statusCode ?? 502, response.headers);
                    response.pipe(answer);
                },
            );
            onward.on('error', () => answer.writeHead(502).end());
            onward.end(body);
        });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        async close() {
            server.closeAllConnections();
            server.close();
            await once(server, 'close');
        },
    };
}
