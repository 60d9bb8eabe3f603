import type { ScreeningDecision } from '@efi/plugin-kit';
import type { RequestContext } from '@vendure/core';
import type { PaymentIntent } from '../../domain/payment-intent';
import type { PaymentRequest } from '../authorise-payment';
import type { GatewayCapabilities } from './payment-gateway.port';

/** Has payments looked at before a provider is asked. */
export abstract class Screening {
    abstract screen(
        request: PaymentRequest,
        intent: PaymentIntent,
        capabilities: GatewayCapabilities,
    ): Promise<ScreeningDecision>;

    /** Why held money is not to be taken now, in the language of `ctx`; `undefined` when it may be. */
    abstract reasonAgainstCapture(ctx: RequestContext, intent: PaymentIntent): Promise<string | undefined>;
}
