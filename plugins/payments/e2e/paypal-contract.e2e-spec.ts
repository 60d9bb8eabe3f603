import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { paypalGateway } from '../src';
import { closedPort } from './gateway-contract/closed-port';
import {
    type ContractProvider,
    describeGatewayContract,
    type SentWebhook,
} from './gateway-contract/gateway-contract';
import { CLIENT_ID, CLIENT_SECRET, LocalPayPal, WEBHOOK_ID } from './local-paypal/local-paypal';

/** Calls that move something. */
const MOVING = /\/(orders|authorize|capture|void|refund)$/;

describeGatewayContract(
    'paypal',
    {
        capabilities: {
            manualCapture: true,
            partialCapture: true,
            multipleCapture: true,
            partialRefund: true,
            requiredAuthentication: false,
        },
        findsByIntent: false,
        declines: 'at-once',
        currencies: { whole: 'JPY', cents: 'EUR' },
    },
    setUp,
);

async function setUp(): Promise<ContractProvider> {
    const paypal = await LocalPayPal.start();
    const options = { clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, webhookId: WEBHOOK_ID };
    const toBeDeclined = new Set<string>();

    return {
        gateway: paypalGateway({ ...options, apiUrl: paypal.url }),
        unreachableGateway: paypalGateway({
            ...options,
            apiUrl: `http://127.0.0.1:${await closedPort()}`,
        }),
        requestFor: outcome => {
            const intentId = randomUUID();
            if (outcome === 'declined') {
                toBeDeclined.add(intentId);
            }
            return { intentId };
        },
        act: async (payment, action, passes) => {
            if (action.kind !== 'redirect') {
                throw new Error(`PayPal asked for ${action.kind}.`);
            }
            if (toBeDeclined.has(payment.intentId ?? '')) {
                paypal.books.nextAuthorization = 'INSTRUMENT_DECLINED';
            }
            await fetch(`${action.url}&decision=${passes ? 'approve' : 'cancel'}`, { redirect: 'manual' });
        },
        bookedAmount: payment =>
            Promise.resolve(paypal.books.order(payment.providerReference).purchase_units[0].amount.value),
        loseNextAnswer: () => Promise.resolve(paypal.failNext(MOVING, 'hang')),
        failNextCall: () => Promise.resolve(paypal.failNext(MOVING, 'fail')),
        webhooksOf: payment => {
            const { body, headers } = paypal.webhook('PAYMENT.AUTHORIZATION.CREATED', {
                id: payment.movements[0]?.providerReference,
                custom_id: payment.intentId,
                supplementary_data: { related_ids: { order_id: payment.providerReference } },
            });
            return Promise.resolve([{ rawBody: Buffer.from(body), headers }]);
        },
        forge,
        stop: () => paypal.stop(),
    };
}

function forge({ rawBody, headers }: SentWebhook): SentWebhook {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const id = headers['paypal-transmission-id'];
    const time = headers['paypal-transmission-time'];
    const signature = createSign('RSA-SHA256')
        .update(`${id}|${time}|${WEBHOOK_ID}|${crc32(rawBody)}`)
        .sign(privateKey, 'base64');
    return { rawBody, headers: { ...headers, 'paypal-transmission-sig': signature } };
}
