import { beforeEach, describe, expect, it } from 'vitest';
import { GatewayRefusedError, GatewayUnreachableError, OutcomeUnknownError } from './ports/gateway-errors';
import { PaymentCustomers } from './ports/payment-customers.port';
import type { PaymentGateway, SavedMethod, SavedMethodsGateway } from './ports/payment-gateway.port';
import { ProviderCalls } from './ports/provider-calls.port';
import { SavedMethods } from './saved-methods';

const ADA = { id: '1', emailAddress: 'ada@shop.example' };
const BOB = { id: '2', emailAddress: 'bob@shop.example' };

class InMemoryCustomers extends PaymentCustomers {
    private readonly rows = new Map<string, { idempotencyKey: string; providerCustomer?: string }>();

    find(gateway: string, customerId: string) {
        return Promise.resolve(this.rows.get(`${gateway} ${customerId}`)?.providerCustomer);
    }

    prepare(gateway: string, customerId: string) {
        const name = `${gateway} ${customerId}`;
        const row = this.rows.get(name) ?? { idempotencyKey: `key of ${name}` };
        this.rows.set(name, row);
        return Promise.resolve(row);
    }

    remember(gateway: string, customerId: string, providerCustomer: string) {
        const name = `${gateway} ${customerId}`;
        this.rows.set(name, { idempotencyKey: `key of ${name}`, providerCustomer });
        return Promise.resolve();
    }
}

/** A provider that answers a repeated key with the same customer, and does not look whose card it is to forget. */
class Provider implements SavedMethodsGateway {
    timesAsked = 0;
    readonly opened = new Map<string, string>();
    readonly cards = new Map<string, SavedMethod[]>();

    createCustomer({ idempotencyKey }: { idempotencyKey: string }) {
        this.timesAsked++;
        const customer = this.opened.get(idempotencyKey) ?? `customer ${this.opened.size}`;
        this.opened.set(idempotencyKey, customer);
        return Promise.resolve(customer);
    }

    list(customer: string) {
        return Promise.resolve(this.cards.get(customer) ?? []);
    }

    forget(_customer: string, reference: string) {
        for (const [customer, cards] of this.cards) {
            this.cards.set(
                customer,
                cards.filter(card => card.reference !== reference),
            );
        }
        return Promise.resolve();
    }
}

class Calls extends ProviderCalls {
    failure: Error | undefined;

    override run: ProviderCalls['run'] = (_gateway, _kind, work) =>
        this.failure ? Promise.reject(this.failure) : work({ signal: AbortSignal.timeout(1_000) });

    override isAvailable() {
        return true;
    }
}

const gatewayOf = (name: string, savedMethods?: SavedMethodsGateway) =>
    ({ name, savedMethods }) as PaymentGateway;

let provider: Provider;
let calls: Calls;
let keeping: PaymentGateway;
let saved: SavedMethods;
const forgetful = gatewayOf('forgetful');

beforeEach(() => {
    provider = new Provider();
    calls = new Calls();
    keeping = gatewayOf('keeping', provider);
    saved = new SavedMethods(new InMemoryCustomers(), calls);
});

/** Somebody pays once and keeps their card. */
async function keepCard(reference: string, customer = ADA): Promise<void> {
    const { providerCustomer = '' } = await saved.meansFor(keeping, customer, { saveMethod: true });
    const cards = provider.cards.get(providerCustomer) ?? [];
    provider.cards.set(providerCustomer, [...cards, { reference, brand: 'visa', last4: '4242' }]);
}

describe('saved means of payment', () => {
    it('are asked of the provider only once there is a customer', async () => {
        expect(await saved.list([keeping], ADA.id)).toEqual([]);
        expect(provider.opened.size).toBe(0);
    });

    it('belong to one customer at the provider, also when two payments open it at once', async () => {
        const wish = () => saved.meansFor(keeping, ADA, { saveMethod: true });
        const [one, other] = await Promise.all([wish(), wish()]);
        expect(one).toEqual({ saveMethod: true, providerCustomer: 'customer 0' });
        expect(other).toEqual(one);
        const asked = provider.timesAsked;
        expect(await wish()).toEqual(one);
        expect(provider.opened.size).toBe(1);
        expect(provider.timesAsked).toBe(asked);
    });

    it('are not kept for a guest, by a gateway that keeps none, or without a wish', async () => {
        expect(await saved.meansFor(keeping, undefined, { saveMethod: true })).toEqual({});
        expect(await saved.meansFor(forgetful, ADA, { saveMethod: true })).toEqual({});
        expect(await saved.meansFor(keeping, ADA, { saveMethod: false })).toEqual({});
        expect(provider.opened.size).toBe(0);
    });

    it('pay for their owner only', async () => {
        await keepCard('card 1');
        const wish = { savedMethod: 'card 1' };
        expect(await saved.meansFor(keeping, ADA, wish)).toEqual({
            savedMethod: 'card 1',
            providerCustomer: 'customer 0',
        });
        for (const refused of [
            saved.meansFor(keeping, BOB, wish),
            saved.meansFor(keeping, undefined, wish),
            saved.meansFor(keeping, ADA, { savedMethod: 'card 2' }),
            saved.meansFor(forgetful, ADA, wish),
        ]) {
            await expect(refused).rejects.toBeInstanceOf(GatewayRefusedError);
        }
    });

    it('are forgotten by their owner only', async () => {
        await keepCard('card 1');
        await keepCard('card 2');
        await keepCard('card 3', BOB);
        await saved.forget([forgetful, keeping], BOB.id, 'card 1');
        expect(await saved.list([keeping], ADA.id)).toHaveLength(2);
        await saved.forget([keeping], ADA.id, 'card 1');
        await saved.forget([keeping], ADA.id, 'card 1');
        expect(await saved.list([keeping], ADA.id)).toMatchObject([{ reference: 'card 2' }]);
    });

    it('are looked for at gateways that keep any', () => {
        expect(saved.ableTo([forgetful, keeping], { savedMethod: 'card 1' })).toEqual([keeping]);
        expect(saved.ableTo([forgetful, keeping], {})).toEqual([forgetful, keeping]);
        expect(saved.ableTo([forgetful], { savedMethod: 'card 1' })).toEqual([forgetful]);
    });

    it('leave no payment in doubt: no money moved when the provider gives no clear answer about them', async () => {
        await keepCard('card 1');
        calls.failure = new OutcomeUnknownError('late');
        const paying = saved.meansFor(keeping, ADA, { savedMethod: 'card 1' });
        await expect(paying).rejects.toBeInstanceOf(GatewayUnreachableError);
    });
});
