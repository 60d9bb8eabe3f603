import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type PaymentAction, sandboxGateway } from '../src';
import {
    type ContractProvider,
    describeGatewayContract,
    type SentWebhook,
} from './gateway-contract/gateway-contract';
import { closedPort } from './gateway-contract/closed-port';
import { SANDBOX_API_KEY, SANDBOX_WEBHOOK_SECRET, SandboxProcess } from './sandbox-process';
import { WebhookInbox } from './webhook-inbox';

const TOKENS = { authorised: 'sandbox_ok', declined: 'sandbox_decline', 'action-required': 'sandbox_3ds' };

/** How many of the last digits of a minor unit are decimals, by the tables of ISO 4217. */
const DECIMALS: Readonly<Record<string, number>> = { EUR: 2, JPY: 0 };

describeGatewayContract(
    'sandbox',
    {
        capabilities: {
            manualCapture: true,
            partialCapture: true,
            multipleCapture: true,
            partialRefund: true,
            requiredAuthentication: true,
        },
        findsByIntent: true,
        declines: 'at-once',
        currencies: { whole: 'JPY', cents: 'EUR' },
    },
    setUp,
);

async function setUp(): Promise<ContractProvider> {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'efi-sandbox-'));
    const inbox = await WebhookInbox.open();
    const sandbox = await SandboxProcess.start({ dataDir, webhookUrl: inbox.url });
    const options = { apiKey: SANDBOX_API_KEY, webhookSecret: SANDBOX_WEBHOOK_SECRET };

    return {
        gateway: sandboxGateway({ ...options, url: sandbox.url }),
        unreachableGateway: sandboxGateway({ ...options, url: `http://127.0.0.1:${await closedPort()}` }),
        requestFor: outcome => ({ token: TOKENS[outcome] }),
        act: (_payment, action, passes) => answerChallenge(action, passes),
        bookedAmount: async ({ providerReference }) => {
            const { amount, currency } = await call('GET', `/v1/payments/${providerReference}`);
            const decimals = DECIMALS[currency] ?? NaN;
            return (amount / 10 ** decimals).toFixed(decimals);
        },
        loseNextAnswer: () => setFault('timeout_after'),
        failNextCall: () => setFault('down'),
        webhooksOf: async ({ providerReference }) => {
            const [first, ...more] = await inbox.waitFor(providerReference, 1);
            return first ? [first, ...more] : Promise.reject(new Error('No webhook arrived.'));
        },
        forge,
        stop: async () => {
            await sandbox.stop();
            await inbox.close();
            await rm(dataDir, { recursive: true });
        },
    };

    async function setFault(kind: string): Promise<void> {
        await call('PUT', '/v1/faults', [{ kind, times: 1 }]);
    }

    async function call(method: string, target: string, body?: unknown) {
        const response = await fetch(`${sandbox.url}${target}`, {
            method,
            headers: { Authorization: `Bearer ${SANDBOX_API_KEY}` },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        return (await response.json()) as { amount: number; currency: string };
    }
}

async function answerChallenge(action: PaymentAction, passes: boolean): Promise<void> {
    if (action.kind !== 'redirect') {
        throw new Error(`The sandbox asked for ${action.kind}.`);
    }
    const result = passes ? 'complete' : 'fail';
    await fetch(action.url, { method: 'POST', body: new URLSearchParams({ result }), redirect: 'manual' });
}

function forge({ rawBody, headers }: SentWebhook): SentWebhook {
    const seconds = Math.floor(Date.now() / 1_000);
    const digest = createHmac('sha256', 'another').update(`${seconds}.`).update(rawBody).digest('hex');
    return { rawBody, headers: { ...headers, 'sandbox-signature': `t=${seconds},v1=${digest}` } };
}
