import type { TestShop } from '@efi/plugin-kit/testing';
import type { Express } from 'express';

interface Answer<Data> {
    readonly data: Data;
    readonly errors?: { message: string; extensions: { code: string } }[];
    readonly token: string | null;
}

export interface SignInAnswer {
    readonly __typename: string;
    readonly authenticationError?: string;
}

/** `@vendure/testing` leaves the option `trustProxy` out. */
export function trustProxy(shop: TestShop): void {
    const express = shop.server.app.getHttpAdapter().getInstance() as Express;
    express.set('trust proxy', 1);
}

/** Calls the APIs of a shop that trusts one proxy, from any address. */
export function callersOf(shop: TestShop) {
    const { port, shopApiPath, adminApiPath } = shop.config.apiOptions;

    const call =
        (path: string | undefined) =>
        async <Data>(
            query: string,
            variables: object = {},
            { address = '192.0.2.1', token }: { address?: string; token?: string } = {},
        ): Promise<Answer<Data>> => {
            const response = await fetch(`http://localhost:${port}/${path}`, {
                method: 'POST',
                headers: {
                    'content-type': 'application/json',
                    'x-forwarded-for': address,
                    ...(token ? { authorization: `Bearer ${token}` } : {}),
                },
                body: JSON.stringify({ query, variables }),
            });
            const body = (await response.json()) as Omit<Answer<Data>, 'token'>;
            return { ...body, token: response.headers.get('vendure-auth-token') };
        };

    const shopApi = call(shopApiPath);
    const adminApi = call(adminApiPath);
    const signInWith =
        (api: typeof shopApi) => async (username: string, password: string, address?: string) => {
            const { data } = await api<{ login: SignInAnswer }>(
                `mutation SignIn($username: String!, $password: String!) {
                login(username: $username, password: $password) {
                    __typename
                    ... on InvalidCredentialsError { authenticationError }
                }
            }`,
                { username, password },
                address ? { address } : {},
            );
            return data.login;
        };
    return { shopApi, adminApi, signIn: signInWith(shopApi), signInAsStaff: signInWith(adminApi) };
}
