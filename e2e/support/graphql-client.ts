/** Speaks to one API as one visitor: keeps the session token that the server hands out. */
export class GraphQlClient {
    /**
     * @param address - Of an API, such as `http://127.0.0.1:3000/shop-api`.
     * @param token - Of a session that exists already.
     * @param headers - That are sent beside.
     */
    constructor(
        private readonly address: string,
        private token?: string,
        private readonly headers: Readonly<Record<string, string>> = {},
    ) {}

    /** Of the session, once the server has opened one. */
    get sessionToken(): string | undefined {
        return this.token;
    }

    /** The same visitor, at another server. */
    at(address: string): GraphQlClient {
        return new GraphQlClient(address, this.token, this.headers);
    }

    /**
     * @returns The answer's `data`.
     * @throws Error with GraphQL's errors, or when a union answered with an error result.
     */
    async run<T>(document: string, variables: Record<string, unknown> = {}): Promise<T> {
        const data = await this.ask<T & Record<string, unknown>>(document, variables);
        const refused = Object.values(data).find(
            result => (result as { errorCode?: string } | null)?.errorCode,
        );
        if (refused) {
            throw new Error(`${document.trim().split('\n')[0]}: ${JSON.stringify(refused)}`);
        }
        return data;
    }

    /**
     * Like {@link run}, but an error result is an answer like any other.
     *
     * @throws Error with GraphQL's errors.
     */
    async ask<T>(document: string, variables: Record<string, unknown> = {}): Promise<T> {
        const response = await fetch(this.address, {
            method: 'POST',
            headers: {
                'content-type': 'application/json',
                ...this.headers,
                ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
            },
            body: JSON.stringify({ query: document, variables }),
        });
        this.token = response.headers.get('vendure-auth-token') ?? this.token;
        const { data, errors } = (await response.json()) as { data?: T; errors?: unknown };
        if (errors || !data) {
            throw new Error(`${document.trim().split('\n')[0]}: ${JSON.stringify(errors)}`);
        }
        return data;
    }
}
