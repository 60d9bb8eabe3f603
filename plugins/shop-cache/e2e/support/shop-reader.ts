/** An answer as it came over the wire. */
export interface Reading {
    readonly status: number;
    readonly text: string;
    readonly hit: boolean;
    readonly headers: Headers;
}

export interface ReadOptions {
    readonly variables?: Record<string, unknown>;
    /** Added to the address. */
    readonly parameters?: Record<string, string>;
    readonly headers?: Record<string, string>;
}

/** Asks one server's Shop API without a session, as a storefront does. */
export class ShopReader {
    constructor(readonly address: string) {}

    read(query: string, { variables, parameters, headers }: ReadOptions = {}): Promise<Reading> {
        return this.send(parameters, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...headers },
            body: JSON.stringify({ query, ...(variables && { variables }) }),
        });
    }

    /** Past the cache. */
    readFresh(query: string, options: ReadOptions = {}): Promise<Reading> {
        return this.read(query, { ...options, headers: { ...options.headers, 'cache-control': 'no-store' } });
    }

    get(parameters: Record<string, string>, headers: Record<string, string> = {}): Promise<Reading> {
        return this.send(parameters, { headers });
    }

    async send(parameters: Record<string, string> | undefined, init: RequestInit): Promise<Reading> {
        const search = parameters ? `?${new URLSearchParams(parameters).toString()}` : '';
        const response = await fetch(this.address + search, init);
        return {
            status: response.status,
            text: await response.text(),
            hit: response.headers.get('efi-cache') === 'hit',
            headers: response.headers,
        };
    }
}

/** Waits until something is so, as it will be soon. */
export async function eventually(isSo: () => Promise<boolean>, withinMs = 10_000): Promise<void> {
    const end = Date.now() + withinMs;
    while (!(await isSo())) {
        if (Date.now() > end) {
            throw new Error(`Not so within ${withinMs} ms: ${isSo.toString()}`);
        }
        await new Promise(resolve => setTimeout(resolve, 20));
    }
}
