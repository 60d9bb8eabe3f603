import type Stripe from 'stripe';
import { GatewayRefusedError } from '../../../application/ports/gateway-errors';
import type {
    GatewayCall,
    SavedMethod,
    SavedMethodsGateway,
} from '../../../application/ports/payment-gateway.port';
import type { StripeClient } from './stripe-client';

/** Cards that a Stripe Customer keeps. */
export class StripeSavedMethods implements SavedMethodsGateway {
    constructor(private readonly client: StripeClient) {}

    createCustomer(
        {
            customerId,
            emailAddress,
            idempotencyKey,
        }: { customerId: string; emailAddress: string; idempotencyKey: string },
        call: GatewayCall,
    ): Promise<string> {
        return this.client.run(call, async stripe => {
            const customer = await stripe.customers.create(
                { email: emailAddress, metadata: { efi_customer: customerId } },
                { idempotencyKey },
            );
            return customer.id;
        });
    }

    list(providerCustomer: string, call: GatewayCall): Promise<readonly SavedMethod[]> {
        return this.client.run(call, async stripe => {
            const methods = await stripe.customers.listPaymentMethods(providerCustomer, {
                type: 'card',
                limit: 100,
            });
            return methods.data.flatMap(savedMethod);
        });
    }

    /** Forgetting what is forgotten already is no failure; somebody else's is. */
    forget(providerCustomer: string, savedMethod: string, call: GatewayCall): Promise<void> {
        return this.client.run(call, async stripe => {
            const { customer } = await stripe.paymentMethods.retrieve(savedMethod);
            if (customer === null) {
                return;
            }
            if ((typeof customer === 'string' ? customer : customer.id) !== providerCustomer) {
                throw new GatewayRefusedError(
                    'resource_missing',
                    `${providerCustomer} has no ${savedMethod}.`,
                );
            }
            await stripe.paymentMethods.detach(savedMethod);
        });
    }
}

function savedMethod({ id, card }: Stripe.PaymentMethod): SavedMethod[] {
    return card
        ? [
              {
                  reference: id,
                  brand: card.brand,
                  last4: card.last4,
                  expiryMonth: card.exp_month,
                  expiryYear: card.exp_year,
              },
          ]
        : [];
}
