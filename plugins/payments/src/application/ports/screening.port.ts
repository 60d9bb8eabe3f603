import type { ScreeningDecision } from '@efi/plugin-kit';
import type { Order, RequestContext } from '@vendure/core';
import type { PaymentIntent } from '../../domain/payment-intent';
import type { GatewayCapabilities } from './payment-gateway.port';

/** Who pays what, in whose request. */
export interface ScreenedRequest {
    readonly subject: { readonly ctx: RequestContext; readonly order: Order };
    readonly means: { readonly savedMethod?: string };
}

/** Has payments looked at before a provider is asked. */
export abstract class Screening {
    abstract screen(
        request: ScreenedRequest,
        intent: PaymentIntent,
        capabilities: GatewayCapabilities,
    ): Promise<ScreeningDecision>;

    /** Why held money is not to be taken now, in the language of `ctx`; `undefined` when it may be. */
    abstract reasonAgainstCapture(ctx: RequestContext, intent: PaymentIntent): Promise<string | undefined>;
}
