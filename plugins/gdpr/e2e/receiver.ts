import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
    readonly headers: Readonly<Record<string, unknown>>;
    readonly body: string;
}

/** A processor's server: takes what it is sent, and answers with the statuses in `answers`, the last one again and again. */
export async function receiver(answers: number[]) {
    const received: Received[] = [];
    const server = createServer((request, response) => {
        const parts: Buffer[] = [];
        request.on('data', (part: Buffer) => parts.push(part));
        request.on('end', () => {
            received.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
            const status = answers.length > 1 ? answers.shift() : answers[0];
            response.writeHead(status ?? 200, { location: 'http://127.0.0.1:1/elsewhere' }).end();
        });
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    return {
        url: `http://127.0.0.1:${port}/hook`,
        received,
        close: () => new Promise(done => server.close(done)),
    };
}
