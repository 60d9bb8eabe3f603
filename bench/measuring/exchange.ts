import http from 'node:http';

interface Asked {
    /** @default GET without a body, POST with one */
    readonly method?: 'DELETE' | 'GET' | 'POST';
    readonly body?: string;
    readonly headers?: Readonly<Record<string, string>>;
}

interface Answered {
    readonly status: number;
    readonly headers: http.IncomingHttpHeaders;
    readonly body: string;
}

/** Connections are kept, as browsers and storefronts keep theirs. */
const agent = new http.Agent({ keepAlive: true, maxSockets: Infinity });

/**
 * One request with as little of the asker's own work as Node allows: on a machine that has to do both, what the asker
 * spends is taken from who is asked.
 */
export function exchange(url: string, { body, headers, method }: Asked = {}): Promise<Answered> {
    return new Promise((resolve, reject) => {
        const request = http.request(url, {
            agent,
            method: method ?? (body === undefined ? 'GET' : 'POST'),
            headers: {
                ...(body === undefined
                    ? {}
                    : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
                ...headers,
            },
        });
        request.on('error', reject);
        request.on('response', response => {
            const parts: Buffer[] = [];
            response.on('data', (part: Buffer) => parts.push(part));
            response.on('error', reject);
            response.on('end', () =>
                resolve({
                    status: response.statusCode ?? 0,
                    headers: response.headers,
                    body: Buffer.concat(parts).toString(),
                }),
            );
        });
        request.end(body);
    });
}
