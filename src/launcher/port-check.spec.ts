import { createServer, type AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { checkPorts, freePort, listeningInodes, portMessage } from './port-check.mjs';

const server = { port: 3000, use: 'the server', variable: 'PORT' };

describe('portMessage', () => {
    it('names the port, its holder and the variable with a value that may do', () => {
        const message = portMessage(server, 'EADDRINUSE', { pid: 42, command: 'node other.js' });
        expect(message).toBe(
            'port 3000, for the server, is in use by process 42 (node other.js). Stop what uses it, or choose another: PORT=3100 npm start',
        );
    });

    it('does without the holder when it is not known, and shortens a long command', () => {
        expect(portMessage(server, 'EADDRINUSE', undefined)).toContain('is in use. Stop');
        expect(portMessage(server, 'EADDRINUSE', { pid: 1, command: 'x'.repeat(100) })).toContain('x...)');
    });

    it('tells a port that needs more rights from one that is taken', () => {
        expect(portMessage({ ...server, port: 80 }, 'EACCES', undefined)).toContain('needs more rights');
    });

    it('never proposes a port that does not exist', () => {
        expect(portMessage({ ...server, port: 65535 }, 'EADDRINUSE', undefined)).toContain('PORT=65435');
    });
});

describe('listeningInodes', () => {
    it('finds sockets that listen on the port and no others', () => {
        const table = [
            '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
            '   0: 0100007F:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 111 1',
            '   1: 0100007F:0BB8 0100007F:9C40 01 00000000:00000000 00:00000000 00000000     0        0 222 1',
            '   2: 0100007F:0BB9 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 333 1',
        ].join('\n');
        expect(listeningInodes(table, 3000)).toEqual(['111']);
    });
});

describe('checkPorts', () => {
    const holder = createServer();
    afterAll(() => holder.close());

    it('accepts free ports and refuses one that is taken', async () => {
        const free = await freePort();
        await checkPorts([{ ...server, port: free }], '127.0.0.1');
        await new Promise<void>(resolve => holder.listen(0, '127.0.0.1', resolve));
        const { port } = holder.address() as AddressInfo;
        await expect(checkPorts([{ ...server, port }], '127.0.0.1')).rejects.toThrow(`port ${port}`);
    });

    it('refuses the same port for two parts', async () => {
        const worker = { port: 3000, use: 'the worker', variable: 'WORKER_HEALTH_PORT' };
        await expect(checkPorts([server, worker], '127.0.0.1')).rejects.toThrow(
            'Give WORKER_HEALTH_PORT a value of its own',
        );
    });
});
