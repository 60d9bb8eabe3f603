import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RoundRobin {
    readonly url: string;
    /** How many requests each server got, in the order of the ports. */
    readonly served: readonly number[];
    close(): void;
}

/** A balancer of the plainest kind: each request goes to the next server. */
export async function roundRobin(ports: readonly number[]): Promise<RoundRobin> {
    const served = ports.map(() => 0);
    let next = 0;
    const server = createServer((incoming, outgoing) => {
        const turn = next++ % ports.length;
        served[turn] = (served[turn] ?? 0) + 1;
        const { method, url: path, headers } = incoming;
        const forwarded = request({ host: '127.0.0.1', port: ports[turn], method, path, headers }, answer => {
            outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
            answer.pipe(outgoing);
        });
        forwarded.on('error', error => outgoing.writeHead(502).end(error.message));
        incoming.pipe(forwarded);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return {
        url: `http://127.0.0.1:${port}`,
        served,
        close: () => server.closeAllConnections() ?? server.close(),
    };
}
