import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SteadyClient } from './steady-client';

const SHUTTING_DOWN = 'terminating connection due to administrator command';

let server: Server;

/** A PostgreSQL that ends a session in the very packet that says that it may begin. */
beforeEach(async () => {
    const message = (type: string, ...parts: Buffer[]) => {
        const body = Buffer.concat(parts);
        const length = Buffer.alloc(4);
        length.writeInt32BE(body.length + 4);
        return Buffer.concat([Buffer.from(type), length, body]);
    };
    const field = (name: string, value: string) => Buffer.from(`${name}${value}\0`);
    server = createServer(socket => {
        socket.on('error', () => undefined);
        socket.once('data', () => {
            socket.end(
                Buffer.concat([
                    message('R', Buffer.alloc(4)),
                    message('Z', Buffer.from('I')),
                    message(
                        'E',
                        field('S', 'FATAL'),
                        field('C', '57P01'),
                        field('M', SHUTTING_DOWN),
                        Buffer.from('\0'),
                    ),
                ]),
            );
        });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
});

afterEach(() => void server.close());

it('tells the loss of a connection that was just handed out to who asks something of it', async () => {
    const { port } = server.address() as AddressInfo;
    const dataSource = new DataSource({
        type: 'postgres',
        url: `postgres://somebody:secret@127.0.0.1:${port}/shop`,
        extra: { Client: SteadyClient },
    });
    const unheard: unknown[] = [];
    const hear = (error: unknown) => void unheard.push(error);
    process.prependListener('uncaughtException', hear);
    try {
        await expect(dataSource.initialize()).rejects.toThrow('not queryable');
    } finally {
        process.off('uncaughtException', hear);
    }
    expect(unheard).toEqual([]);
});
