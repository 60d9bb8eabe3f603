import { ExampleGateway } from './example-gateway/example-gateway';
import { ExampleProvider } from './example-gateway/example-provider';
import { closedPort } from './gateway-contract/closed-port';
import { type ContractProvider, describeGatewayContract } from './gateway-contract/gateway-contract';

const SECRETS = { apiKey: 'key', webhookSecret: 'secret' };
/** Marks payments that the page is to refuse. */
const DECLINED = 'DECLINED';

describeGatewayContract(
    'example',
    {
        capabilities: {
            manualCapture: true,
            partialCapture: false,
            multipleCapture: false,
            partialRefund: true,
            requiredAuthentication: false,
        },
        findsByIntent: true,
        declines: 'at-once',
        currencies: { whole: 'JPY', cents: 'EUR' },
    },
    setUp,
);

async function setUp(): Promise<ContractProvider> {
    const provider = await ExampleProvider.start();
    return {
        gateway: new ExampleGateway({ ...SECRETS, url: provider.url }),
        unreachableGateway: new ExampleGateway({
            ...SECRETS,
            url: `http://127.0.0.1:${await closedPort()}`,
        }),
        requestFor: outcome => ({ orderCode: outcome === 'declined' ? DECLINED : 'ORDER1' }),
        act: ({ providerReference }, _action, passes) => {
            const { description } = provider.payment(providerReference);
            provider.decide(providerReference, passes && description !== DECLINED);
            return Promise.resolve();
        },
        bookedAmount: ({ providerReference }) => {
            const { amount, currency } = provider.payment(providerReference);
            return Promise.resolve(currency === 'JPY' ? String(amount) : (amount / 100).toFixed(2));
        },
        loseNextAnswer: () => {
            provider.nextFault = 'lose-answer';
            return Promise.resolve();
        },
        failNextCall: () => {
            provider.nextFault = 'fail';
            return Promise.resolve();
        },
        webhooksOf: ({ providerReference }) =>
            Promise.resolve([provider.webhook(providerReference, SECRETS.webhookSecret)]),
        forge: ({ rawBody }) => {
            const { payment } = JSON.parse(rawBody.toString()) as { payment: string };
            return provider.webhook(payment, 'another secret');
        },
        stop: async () => {
            await provider.stop();
        },
    };
}
