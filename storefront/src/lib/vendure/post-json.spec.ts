import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { postJson } from './post-json';

let server: Server;

async function serve(listener: RequestListener): Promise<string> {
    server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
});

const question = { headers: { 'vendure-token': 'de' }, body: { query: '{ größe }' }, patience: 2_000 };

describe('a question to the Shop API', () => {
    it('is answered with status, headers and text', async () => {
        const address = await serve((request, response) => {
            const parts: Buffer[] = [];
            request.on('data', (part: Buffer) => parts.push(part));
            request.on('end', () => {
                response.writeHead(201, { 'vendure-auth-token': 'new' });
                const { 'vendure-token': market, 'content-type': type } = request.headers;
                response.end(JSON.stringify({ market, type, asked: Buffer.concat(parts).toString() }));
            });
        });
        const { status, headers, body } = await postJson(address, question);
        expect(status).toBe(201);
        expect(headers['vendure-auth-token']).toBe('new');
        expect(JSON.parse(body)).toEqual({
            market: 'de',
            type: 'application/json',
            asked: JSON.stringify(question.body),
        });
    });

    it('puts letters together that came apart', async () => {
        const letter = Buffer.from('ü');
        const address = await serve((_, response) => {
            response.write(letter.subarray(0, 1));
            setTimeout(() => response.end(letter.subarray(1)), 20);
        });
        expect((await postJson(address, question)).body).toBe('ü');
    });

    it('uses a connection again', async () => {
        const ports = new Set<number | undefined>();
        const address = await serve((request, response) => {
            ports.add(request.socket.remotePort);
            response.end('{}');
        });
        for (let n = 0; n < 3; n++) {
            await postJson(address, question);
        }
        expect(ports.size).toBe(1);
    });

    it.each([
        ['begins', () => undefined],
        ['ends', (response: { write: (text: string) => void }) => response.write('{"data":')],
    ])('fails when no answer %s in time', async (_, answer) => {
        const address = await serve((_request, response) => void answer(response));
        await expect(postJson(address, { ...question, patience: 50 })).rejects.toThrow(/50 ms|aborted/);
    });

    it('fails when the answer breaks off', async () => {
        const address = await serve((_, response) => {
            response.write('{"data":');
            setTimeout(() => response.destroy(), 20);
        });
        await expect(postJson(address, question)).rejects.toThrow('aborted');
    });

    it('fails when nobody listens', async () => {
        const address = await serve((_, response) => response.end());
        server.close();
        await once(server, 'close');
        await expect(postJson(address, question)).rejects.toThrow('ECONNREFUSED');
        await serve((_, response) => response.end());
    });
});
