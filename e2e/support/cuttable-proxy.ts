import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands between the application and a service, and can cut the line and mend it. */
export interface CuttableProxy {
    readonly port: number;
    cut(): Promise<void>;
    mend(): Promise<void>;
}

export async function cuttableProxy(target: { host: string; port: number }): Promise<CuttableProxy> {
    const sockets = new Set<Socket>();
    const server = createServer(near => {
        const far = connect(target);
        for (const socket of [near, far]) {
            sockets.add(socket);
            socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
        }
        near.pipe(far).pipe(near);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return {
        port,
        async cut() {
            const closed = once(server, 'close');
            server.close();
            sockets.forEach(socket => socket.destroy());
            await closed;
        },
        async mend() {
            server.listen(port, '127.0.0.1');
            await once(server, 'listening');
        },
    };
}
