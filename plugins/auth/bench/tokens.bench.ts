import { startTestPostgres, type TestPostgres } from '@efi/plugin-kit/testing';
import { NoopSessionCacheStrategy } from '@vendure/core';
import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokenShop } from '../e2e/token-shop';
import { AccessTokens } from '../src/tokens/infrastructure/access-tokens';
import { TokenGate } from '../src/tokens/infrastructure/http/token-gate';
import { TokenSessions } from '../src/tokens/infrastructure/token-sessions';

const CHECKS = 5_000;
const WARM_UP = 1_000;
const ROUNDS = 20;
const REQUESTS = 50;
/** Of the check of a token, in milliseconds. */
const BUDGET = 0.2;

const QUERIES = {
    'who is signed in': '{ activeCustomer { emailAddress } }',
    'a list of products':
        '{ products(options: { take: 20 }) { items { name slug variants { priceWithTax } } } }',
};

/**
 * What a token check costs in the server's process, and what the Shop API costs with tokens and with sessions of
 * Vendure, request by request in turns. The throw-away PostgreSQL does not wait for its disk.
 */
describe('tokens', async () => {
    const shop = await tokenShop({ authOptions: { sessionCacheStrategy: new NoopSessionCacheStrategy() } });
    const agent = new Agent({ keepAlive: true });
    let postgres: TestPostgres;

    beforeAll(async () => {
        postgres = await startTestPostgres();
        process.env.EFI_TEST_DATABASE_URL = postgres.url;
        await shop.start();
    }, 300_000);
    afterAll(async () => {
        agent.destroy();
        await shop.stop();
        await postgres.stop();
    });

    async function timesOf(work: () => Promise<unknown>, count: number): Promise<number[]> {
        const times: number[] = [];
        for (let done = 0; done < count; done++) {
            const began = performance.now();
            await work();
            times.push(performance.now() - began);
        }
        return times;
    }

    function ask(query: string, bearer: string): Promise<string> {
        return new Promise((resolve, reject) => {
            const body = JSON.stringify({ query });
            const headers = {
                'content-type': 'application/json',
                'content-length': Buffer.byteLength(body),
                authorization: `Bearer ${bearer}`,
            };
            request(`${shop.address}/shop-api`, { method: 'POST', agent, headers }, response => {
                let text = '';
                response.setEncoding('utf8').on('data', (part: string) => (text += part));
                response.on('end', () => resolve(text));
            })
                .on('error', reject)
                .end(body);
        });
    }

    it('are checked in less than a fifth of a millisecond', async () => {
        const { accessToken } = await shop.signedIn();
        const { app } = shop.server;
        const [gate, tokens, sessions] = [app.get(TokenGate), app.get(AccessTokens), app.get(TokenSessions)];
        const sessionToken = (await gate.sessionOf(accessToken, ['shop']))?.token ?? '';
        const claims = await tokens.verify(accessToken, ['shop']);
        const userId = '1';
        const unseen: string[] = [];
        while (claims && unseen.length < CHECKS + WARM_UP) {
            unseen.push(await tokens.sign({ ...claims, userId }));
        }
        const check = async (token: string) => {
            const { familyId = '' } = (await tokens.verify(token, ['shop'])) ?? {};
            if (!(await sessions.isAlive(sessions.tokenOf(familyId)))) {
                throw new Error('The token is refused.');
            }
        };
        const parts = {
            'is the session there': () => sessions.isAlive(sessionToken),
            'the whole check of a token that comes for the first time': () => check(unseen.pop() ?? ''),
            'the whole check of a token that came before': () => check(accessToken),
        };
        const medians: number[] = [];
        for (const [name, work] of Object.entries(parts)) {
            await timesOf(work, WARM_UP);
            const times = await timesOf(work, CHECKS);
            say(name, times);
            medians.push(median(times));
        }
        // Once in a quarter of an hour a token comes for the first time; the budget is for all the others.
        expect(medians.at(-1)).toBeLessThan(BUDGET);
    }, 120_000);

    it.each(Object.entries(QUERIES))(
        'and sessions cost the same for %s',
        async (name, query) => {
            const { accessToken } = await shop.signedIn();
            const client = shop.newShopClient();
            await client.asUserWithCredentials(shop.customers[1] ?? '', 'test');
            const bearers = { token: accessToken, session: client.getAuthToken() };
            const times = { token: [] as number[], session: [] as number[] };
            const ratios: number[] = [];
            for (const bearer of Object.values(bearers)) {
                expect(await ask(query, bearer)).not.toContain('errors');
                await timesOf(() => ask(query, bearer), 300);
            }
            for (let round = 0; round < ROUNDS; round++) {
                // In turns that begin with each as often, so that a drift of the machine hits both.
                const order =
                    round % 2 === 0 ? (['token', 'session'] as const) : (['session', 'token'] as const);
                const inRound = { token: [] as number[], session: [] as number[] };
                for (let pair = 0; pair < REQUESTS; pair++) {
                    for (const kind of order) {
                        inRound[kind].push(...(await timesOf(() => ask(query, bearers[kind]), 1)));
                    }
                }
                ratios.push(median(inRound.token) / median(inRound.session));
                times.token.push(...inRound.token);
                times.session.push(...inRound.session);
            }
            say(`${name}, token`, times.token);
            say(`${name}, session`, times.session);
            ratios.sort((a, b) => a - b);
            const [low, middle, high] = [0.05, 0.5, 0.95].map(
                share => ratios[Math.floor(share * ROUNDS)] ?? NaN,
            );
            process.stdout.write(
                `${name}: token / session ${middle?.toFixed(3)} (rounds from ${low?.toFixed(3)} to ${high?.toFixed(3)})\n`,
            );
        },
        300_000,
    );
});

function median(times: readonly number[]): number {
    return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

function say(name: string, times: readonly number[]): void {
    const sorted = [...times].sort((a, b) => a - b);
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map(share => sorted[Math.floor(share * sorted.length)] ?? NaN);
    process.stdout.write(
        `${name}: p50 ${p50?.toFixed(3)} ms, p95 ${p95?.toFixed(3)} ms, p99 ${p99?.toFixed(3)} ms\n`,
    );
}
