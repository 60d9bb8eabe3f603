import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SANDBOX_API_KEY, SandboxProcess, type SandboxProcessOptions } from './sandbox-process';
import { WebhookInbox } from './webhook-inbox';

interface Payment {
    readonly id: string;
    readonly intent: string;
    readonly status: string;
    readonly actionUrl?: string;
    readonly movements: readonly { readonly kind: string; readonly amount: number }[];
}

const RETURN_URL = 'https://shop.example/return?order=A1';

let dataDir: string;
let inbox: WebhookInbox;
let sandbox: SandboxProcess;

beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'efi-sandbox-'));
    inbox = await WebhookInbox.open();
    await start();
});

afterEach(async () => {
    await sandbox.stop('SIGKILL');
    await inbox.close();
    await rm(dataDir, { recursive: true });
});

async function start(options: Partial<SandboxProcessOptions> = {}): Promise<void> {
    sandbox = await SandboxProcess.start({ dataDir, webhookUrl: inbox.url, ...options });
}

async function request(method: string, target: string, body?: unknown, key?: string, signal?: AbortSignal) {
    const response = await fetch(`${sandbox.url}${target}`, {
        method,
        headers: { Authorization: `Bearer ${SANDBOX_API_KEY}`, ...(key ? { 'Idempotency-Key': key } : {}) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
    });
    return { status: response.status, body: (await response.json()) as object };
}

async function pay(intent: string, token = 'sandbox_ok', more: object = {}): Promise<Payment> {
    const asked = { intent, amount: 1_000, currency: 'EUR', token, ...more };
    const { status, body } = await request('POST', '/v1/payments', asked, `key-${intent}`);
    expect(status, JSON.stringify(body)).toBe(200);
    return body as Payment;
}

async function paymentsOf(intent: string): Promise<readonly Payment[]> {
    const { body } = await request('GET', `/v1/payments?intent=${intent}`);
    return (body as { payments: Payment[] }).payments;
}

const codeOf = ({ status, body }: { status: number; body: unknown }) => [
    status,
    (body as { error?: { code: string } }).error?.code,
];

describe('books', () => {
    it('hold everything that was answered before a kill -9, and no payment twice', async () => {
        const intents = Array.from({ length: 400 }, (_, number) => `int-${number}`);
        const answered: Payment[] = [];
        const waiting = [...intents];
        const shopper = async (): Promise<void> => {
            for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
                answered.push(await pay(next));
                if (answered.length === 100) {
                    await sandbox.stop('SIGKILL');
                }
            }
        };
        await Promise.allSettled(Array.from({ length: 20 }, shopper));
        await start();

        expect(answered.length).toBeLessThan(intents.length);
        for (const payment of answered) {
            expect(await paymentsOf(payment.intent)).toEqual([payment]);
        }
        await Promise.all(intents.map(intent => pay(intent)));
        for (const intent of intents) {
            expect(await paymentsOf(intent)).toHaveLength(1);
        }
    });
});

describe('idempotency', () => {
    const asked = { intent: 'int-1', amount: 1_000, currency: 'EUR' };

    it('answers a repeated request with the first answer, refusals included', async () => {
        const { id } = await pay('int-1');
        expect((await pay('int-1')).id).toBe(id);
        const tooMuch = () => request('POST', `/v1/payments/${id}/capture`, { amount: 2_000 }, 'c');
        expect(codeOf(await tooMuch())).toEqual([422, 'amount_too_large']);
        await request('POST', `/v1/payments/${id}/void`, {}, 'v');
        expect(codeOf(await tooMuch())).toEqual([422, 'amount_too_large']);
    });

    it('refuses a key that is under way, and one that came with another request', async () => {
        const slow = request('POST', '/v1/payments', { ...asked, token: 'sandbox_slow' }, 'k');
        await delay(200);
        const again = await request('POST', '/v1/payments', { ...asked, token: 'sandbox_slow' }, 'k');
        expect(codeOf(again)).toEqual([409, 'idempotency_key_in_use']);
        expect((await slow).status).toBe(200);
        const other = await request('POST', '/v1/payments', { ...asked, amount: 999 }, 'k');
        expect(codeOf(other)).toEqual([409, 'idempotency_key_reused']);
    });

    it('uses up no key for a request that was faulty', async () => {
        const faulty = await request('POST', '/v1/payments', { ...asked, token: 'nonsense' }, 'k');
        expect(codeOf(faulty)).toEqual([400, 'unknown_token']);
        expect((await request('POST', '/v1/payments', asked, 'k')).status).toBe(200);
        expect(codeOf(await request('POST', '/v1/payments', asked))).toEqual([
            400,
            'idempotency_key_missing',
        ]);
    });
});

describe('faults', () => {
    it('sandbox_timeout_after_charge is booked and never answered', async () => {
        const asked = {
            intent: 'int-1',
            amount: 1_000,
            currency: 'EUR',
            token: 'sandbox_timeout_after_charge',
        };
        for (const attempt of [1, 2]) {
            const call = request('POST', '/v1/payments', asked, 'k', AbortSignal.timeout(500));
            await expect(call, `attempt ${attempt}`).rejects.toThrow(/timeout/i);
        }
        expect(await paymentsOf('int-1')).toMatchObject([{ status: 'authorised' }]);
    });

    it('down and slow meet the calls that they are for', async () => {
        await request('PUT', '/v1/faults', [
            { kind: 'down', operation: 'read', times: 1 },
            { kind: 'slow', operation: 'create', times: 1, ms: 400 },
        ]);
        const begun = Date.now();
        await pay('int-1');
        expect(Date.now() - begun).toBeGreaterThanOrEqual(400);
        expect((await request('GET', '/v1/payments?intent=int-1')).status).toBe(503);
        expect(await paymentsOf('int-1')).toHaveLength(1);
    });

    it('refuses a wrong API key', async () => {
        const response = await fetch(`${sandbox.url}/v1/books`, {
            headers: { Authorization: 'Bearer wrong' },
        });
        expect(response.status).toBe(401);
    });
});

describe('webhooks', () => {
    it('are sent until the shop has taken note, over a crash of the provider', async () => {
        inbox.status = 500;
        const { id } = await pay('int-1');
        await inbox.waitFor(id, 1);
        await sandbox.stop('SIGKILL');
        inbox.status = 200;
        await start();
        const [first, second] = await inbox.waitFor(id, 2);
        expect(second?.event.id).toBe(first?.event.id);
        await delay(1_500);
        expect(await inbox.waitFor(id, 2)).toHaveLength(2);
    });

    it('come late, twice, or in the wrong order, as the token says', async () => {
        await sandbox.stop();
        await start({ lateMs: 1_500 });
        const late = await pay('late', 'sandbox_webhook_late');
        const twice = await pay('twice', 'sandbox_webhook_twice');
        const shuffled = await pay('shuffled', 'sandbox_webhook_shuffled');
        await request('POST', `/v1/payments/${shuffled.id}/capture`, { amount: 1_000 }, 'c');

        const [first, second] = await inbox.waitFor(twice.id, 2);
        expect(second?.event.id).toBe(first?.event.id);
        expect(inbox.arrived.filter(({ event }) => event.payment === late.id)).toEqual([]);
        await inbox.waitFor(late.id, 1);
        const order = (await inbox.waitFor(shuffled.id, 2)).map(({ event }) => event.type);
        expect(order).toEqual(['payment.captured', 'payment.authorised']);
    });
});

describe('the hosted pages', () => {
    const query = new URLSearchParams({
        amount: '1999',
        currency: 'EUR',
        lang: 'de',
        return_url: RETURN_URL,
    });
    const card = { number: '4000 0000 0000 3220', expiry: '12/40', code: '123' };

    const enter = (fields: Record<string, string>) =>
        fetch(`${sandbox.url}/tokenise?${query.toString()}`, {
            method: 'POST',
            body: new URLSearchParams(fields),
            redirect: 'manual',
        });

    it('show what is paid and to whom, and run no script', async () => {
        const response = await fetch(`${sandbox.url}/tokenise?${query.toString()}`);
        const page = await response.text();
        expect(page).toContain('19,99');
        expect(page).toContain('shop.example');
        expect(page).toContain('lang="de"');
        expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    });

    it('say what is wrong with a card and do not send its number back', async () => {
        const response = await enter({ ...card, number: '4000000000003221' });
        const page = await response.text();
        expect(response.status).toBe(422);
        expect(page).toContain('aria-invalid="true"');
        expect(page).not.toContain('4000000000003221');
        const real = await enter({ ...card, number: '4111 1111 1111 1111' });
        expect(await real.text()).toContain('Testkarten');
        expect(real.status).toBe(422);
    });

    it('refuse to lead to anything but a web address', async () => {
        const evil = new URLSearchParams({ amount: '1', currency: 'EUR', return_url: 'javascript:alert(1)' });
        expect((await fetch(`${sandbox.url}/tokenise?${evil.toString()}`)).status).toBe(400);
    });

    it('turn a card into a token, and lead through the challenge back to the shop', async () => {
        const entered = await enter(card);
        expect(entered.status).toBe(303);
        const back = new URL(entered.headers.get('location') ?? '');
        expect(back.searchParams.get('order')).toBe('A1');
        const token = back.searchParams.get('token') ?? '';

        const { actionUrl = '' } = await pay('int-1', token, { returnUrl: RETURN_URL, language: 'fr' });
        expect(await (await fetch(actionUrl)).text()).toContain('3220');
        const confirm = () =>
            fetch(actionUrl, {
                method: 'POST',
                body: new URLSearchParams({ result: 'complete' }),
                redirect: 'manual',
            });
        for (const answer of [await confirm(), await confirm()]) {
            expect(answer.headers.get('location')).toMatch(
                /^https:\/\/shop\.example\/return\?order=A1&payment=/,
            );
        }
        expect(await paymentsOf('int-1')).toMatchObject([
            { status: 'authorised', movements: [{ kind: 'authorised', amount: 1_000 }] },
        ]);
        const journal = await readFile(path.join(dataDir, 'journal.jsonl'), 'utf8');
        expect(journal).toContain(token);
        expect(journal.replaceAll(/\s/g, '')).not.toContain('4000000000003220');
    });
});
