import { describe } from 'vitest';
import { type AuthoriseRequest, type PaymentAction, type ProviderPayment, stripeGateway } from '../src';
import { closedPort } from './gateway-contract/closed-port';
import {
    type ContractPromises,
    type ContractProvider,
    describeGatewayContract,
    type WantedOutcome,
} from './gateway-contract/gateway-contract';
import { LocalStripe, PUBLISHABLE_KEY, SECRET_KEY, WEBHOOK_SECRET } from './local-stripe/local-stripe';

const CARDS: Readonly<Record<WantedOutcome, string>> = {
    authorised: 'pm_card_visa',
    declined: 'pm_card_chargeDeclined',
    'action-required': 'pm_card_authenticationRequired',
};

const PROMISES: ContractPromises = {
    capabilities: {
        manualCapture: true,
        partialCapture: true,
        multipleCapture: false,
        partialRefund: true,
        requiredAuthentication: true,
    },
    findsByIntent: true,
    declines: 'at-once',
    currencies: { whole: 'JPY', cents: 'EUR' },
};

describe('with a token, so that the server confirms', () => {
    describeGatewayContract('stripe', PROMISES, () =>
        setUp(
            false,
            outcome => ({ token: CARDS[outcome] }),
            (_stripe, _payment, action, passes) => passChallenge(action, passes),
        ),
    );
});

describe('with the Payment Element, so that the browser confirms, on an account that captures several times', () => {
    const cards = new Map<string, string>();
    describeGatewayContract(
        'stripe',
        {
            ...PROMISES,
            capabilities: { ...PROMISES.capabilities, multipleCapture: true },
            declines: 'tries-again',
        },
        () =>
            setUp(
                true,
                outcome => {
                    const orderCode = `ELEMENT${cards.size}`;
                    cards.set(orderCode, CARDS[outcome]);
                    return { orderCode };
                },
                async (stripe, { providerReference }, action, passes) => {
                    const { description } = stripe.books.get('payment_intent', providerReference);
                    const next = await confirmInBrowser(
                        stripe,
                        providerReference,
                        action,
                        cards.get(description ?? '') ?? '',
                    );
                    if (next !== undefined) {
                        await passChallenge({ kind: 'redirect', url: next }, passes);
                    }
                },
            ),
    );
});

type Act = (
    stripe: LocalStripe,
    payment: ProviderPayment,
    action: PaymentAction,
    passes: boolean,
) => Promise<void>;

async function setUp(
    multicapture: boolean,
    requestFor: (outcome: WantedOutcome) => Partial<AuthoriseRequest>,
    act: Act,
): Promise<ContractProvider> {
    const stripe = await LocalStripe.start({ multicapture });
    const options = {
        secretKey: SECRET_KEY,
        publishableKey: PUBLISHABLE_KEY,
        webhookSecret: WEBHOOK_SECRET,
        multicapture,
    };
    const eventsOf = ({ providerReference }: ProviderPayment) =>
        stripe.books.events.filter(({ data }) => data.object.id === providerReference);
    return {
        gateway: stripeGateway({ ...options, apiUrl: stripe.url }),
        unreachableGateway: stripeGateway({ ...options, apiUrl: `http://127.0.0.1:${await closedPort()}` }),
        requestFor,
        act: (payment, action, passes) => act(stripe, payment, action, passes),
        bookedAmount: ({ providerReference }) => {
            const { amount, currency } = stripe.books.get('payment_intent', providerReference);
            return Promise.resolve(currency === 'jpy' ? String(amount) : (amount / 100).toFixed(2));
        },
        loseNextAnswer: () => Promise.resolve(stripe.failNext(/^POST/, 'hang')),
        failNextCall: () => Promise.resolve(stripe.failNext(/^POST/, 'fail')),
        webhooksOf: payment => {
            const [first, ...more] = eventsOf(payment).map(event => sent(stripe.deliver(event)));
            return first ? Promise.resolve([first, ...more]) : Promise.reject(new Error('No event.'));
        },
        forge: ({ rawBody }) => {
            const event = stripe.books.events.find(({ id }) => rawBody.includes(id));
            if (!event) {
                throw new Error('This is no webhook of the local Stripe.');
            }
            return sent(stripe.deliver(event, new Date(), 'whsec_another'));
        },
        stop: () => stripe.stop(),
    };
}

function sent({ body, headers }: ReturnType<LocalStripe['deliver']>) {
    return { rawBody: body, headers };
}

/** What Stripe.js does: it knows the publishable key and the payment's client secret. @returns The bank's page, if any. */
async function confirmInBrowser(
    stripe: LocalStripe,
    id: string,
    action: PaymentAction,
    card: string,
): Promise<string | undefined> {
    if (action.kind !== 'client-confirmation') {
        throw new Error(`The browser can't confirm a ${action.kind}.`);
    }
    const response = await fetch(`${stripe.url}/v1/payment_intents/${id}/confirm`, {
        method: 'POST',
        headers: {
            Authorization: `Bearer ${PUBLISHABLE_KEY}`,
            'Content-Type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams({
            client_secret: action.clientSecret,
            payment_method: card,
            return_url: 'https://shop.example/checkout/return',
        }).toString(),
    });
    const answer = (await response.json()) as { next_action?: { redirect_to_url?: { url: string } } };
    return answer.next_action?.redirect_to_url?.url;
}

async function passChallenge(action: PaymentAction, passes: boolean): Promise<void> {
    if (action.kind !== 'redirect') {
        throw new Error(`Stripe asked for ${action.kind}, not for a page.`);
    }
    await fetch(`${action.url}&outcome=${passes ? 'pass' : 'fail'}`, { redirect: 'manual' });
}
