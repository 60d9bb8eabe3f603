import { GatewayRefusedError, GatewayUnreachableError, OutcomeUnknownError } from './ports/gateway-errors';
import type { PaymentCustomers } from './ports/payment-customers.port';
import type {
    AuthoriseRequest,
    GatewayCall,
    PaymentGateway,
    SavedMethod,
    SavedMethodsGateway,
} from './ports/payment-gateway.port';
import type { ProviderCalls } from './ports/provider-calls.port';

/** A customer who is signed in. Guests keep nothing, whatever address they name. */
export interface SignedInCustomer {
    readonly id: string;
    readonly emailAddress: string;
}

/** What an authorise request says about a means of payment that is kept, or is to be. */
export type SavedMeans = Pick<AuthoriseRequest, 'providerCustomer' | 'savedMethod' | 'saveMethod'>;

/** Means of payment that customers keep with providers. Only their own can be seen, used or forgotten. */
export class SavedMethods {
    constructor(
        private readonly customers: PaymentCustomers,
        private readonly calls: ProviderCalls,
    ) {}

    async list(gateways: readonly PaymentGateway[], customerId: string): Promise<readonly SavedMethod[]> {
        const lists = gateways.map(gateway => this.listAt(gateway, customerId));
        return (await Promise.all(lists)).flat();
    }

    /** Forgets it where the customer has it. What nobody has is forgotten already. */
    async forget(gateways: readonly PaymentGateway[], customerId: string, reference: string): Promise<void> {
        for (const gateway of gateways) {
            const providerCustomer = await this.customers.find(gateway.name, customerId);
            const kept = await this.listAt(gateway, customerId);
            if (providerCustomer !== undefined && kept.some(method => method.reference === reference)) {
                await this.call(gateway, (saved, call) => saved.forget(providerCustomer, reference, call));
            }
        }
    }

    /** With a kept means of payment, only gateways that keep any are tried; if there are none, the first one refuses. */
    ableTo(gateways: readonly PaymentGateway[], { savedMethod }: SavedMeans): readonly PaymentGateway[] {
        const keeping = gateways.filter(gateway => gateway.savedMethods !== undefined);
        return savedMethod === undefined || keeping.length === 0 ? gateways : keeping;
    }

    /**
     * Completes what the storefront sent: whose means of payment it is, and that it is theirs. A wish to keep one is
     * dropped for guests and where the gateway keeps none.
     *
     * @throws GatewayRefusedError when the customer has no such means of payment.
     * @throws GatewayUnreachableError when the provider can't tell now; nothing was paid.
     */
    async meansFor(
        gateway: PaymentGateway,
        customer: SignedInCustomer | undefined,
        { savedMethod, saveMethod }: SavedMeans,
    ): Promise<SavedMeans> {
        if (savedMethod !== undefined) {
            return this.ownMethod(gateway, customer, savedMethod);
        }
        return saveMethod === true && customer && gateway.savedMethods
            ? { saveMethod, providerCustomer: await this.openCustomer(gateway, customer) }
            : {};
    }

    private async ownMethod(
        gateway: PaymentGateway,
        customer: SignedInCustomer | undefined,
        savedMethod: string,
    ): Promise<SavedMeans> {
        const providerCustomer = customer && (await this.customers.find(gateway.name, customer.id));
        const kept = customer ? await this.listAt(gateway, customer.id) : [];
        if (providerCustomer === undefined || !kept.some(({ reference }) => reference === savedMethod)) {
            throw new GatewayRefusedError(
                'saved_method_unknown',
                'The customer has no such saved means of payment.',
            );
        }
        return { savedMethod, providerCustomer };
    }

    private async openCustomer(
        gateway: PaymentGateway,
        { id, emailAddress }: SignedInCustomer,
    ): Promise<string> {
        const { idempotencyKey, providerCustomer } = await this.customers.prepare(gateway.name, id);
        if (providerCustomer !== undefined) {
            return providerCustomer;
        }
        const opened = await this.call(gateway, (saved, call) =>
            saved.createCustomer({ customerId: id, emailAddress, idempotencyKey }, call),
        );
        await this.customers.remember(gateway.name, id, opened);
        return opened;
    }

    private async listAt(gateway: PaymentGateway, customerId: string): Promise<readonly SavedMethod[]> {
        const providerCustomer = await this.customers.find(gateway.name, customerId);
        return providerCustomer === undefined
            ? []
            : this.call(gateway, (saved, call) => saved.list(providerCustomer, call));
    }

    /** No money moves here: a call whose outcome is unknown is as good as one that never arrived. */
    private async call<T>(
        gateway: PaymentGateway,
        work: (saved: SavedMethodsGateway, call: GatewayCall) => Promise<T>,
    ): Promise<T> {
        const { savedMethods, name } = gateway;
        if (!savedMethods) {
            throw new Error(`${name} keeps no means of payment.`);
        }
        try {
            return await this.calls.run(name, 'read', call => work(savedMethods, call));
        } catch (error) {
            throw error instanceof OutcomeUnknownError
                ? new GatewayUnreachableError(`${name} gave no answer about saved means of payment.`, {
                      cause: error,
                  })
                : error;
        }
    }
}
