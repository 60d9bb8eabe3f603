import { ApolloServer, HeaderMap } from '@apollo/server';
import { expect, it } from 'vitest';
import { noStore } from './no-store';

async function headerOf(given?: string): Promise<string | undefined> {
    const server = new ApolloServer({
        typeDefs: 'type Query { lamp: String }',
        plugins: [
            ...noStore,
            {
                requestDidStart: () =>
                    Promise.resolve({
                        didResolveOperation({ response: { http } }) {
                            if (given) {
                                http.headers.set('cache-control', given);
                            }
                            return Promise.resolve();
                        },
                    }),
            },
        ],
    });
    await server.start();
    const body = { query: '{ lamp }' };
    const { headers } = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
            ...{ body, method: 'POST', search: '' },
            headers: new HeaderMap([['content-type', 'application/json']]),
        },
        context: () => Promise.resolve({}),
    });
    await server.stop();
    return headers.get('cache-control');
}

it('forbids to keep an answer of which nothing else is said', async () => {
    expect(await headerOf()).toBe('no-store');
    expect(await headerOf('public, max-age=60')).toBe('public, max-age=60');
});
