import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A payment provider on this machine: a server on a free port of the loopback address that misbehaves on demand. */
export abstract class LocalProvider<Fault extends string> {
    private readonly server = createServer((request, response) => void this.handle(request, response));
    private readonly faults: Array<{ readonly call: RegExp; readonly fault: Fault }> = [];

    get url(): string {
        return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    }

    async listen(): Promise<this> {
        this.server.listen(0, '127.0.0.1');
        await once(this.server, 'listening');
        return this;
    }

    async stop(): Promise<void> {
        this.server.closeAllConnections();
        this.server.close();
        await once(this.server, 'close');
    }

    /** The next call that fits misbehaves. @param call - Of method and path, e.g. `POST /v1/refunds`. */
    failNext(call: RegExp, fault: Fault): void {
        this.faults.push({ call, fault });
    }

    protected takeFault(call: string): Fault | undefined {
        const index = this.faults.findIndex(candidate => candidate.call.test(call));
        return index < 0 ? undefined : this.faults.splice(index, 1)[0]?.fault;
    }

    protected abstract handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}
