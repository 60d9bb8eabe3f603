import type { Money } from '../../domain/money';
import type { PaymentGateway } from './payment-gateway.port';

/** What a routing rule may look at. */
export interface RoutingFacts {
    readonly methodCode: string;
    readonly channelCode: string;
    readonly money: Money;
    /** ISO 3166-1 alpha-2 of the billing address, else of the shipping address. */
    readonly countryCode?: string;
}

/**
 * A shop's own rule: which gateways to try for a payment, in order. May leave some out; those it names are among the
 * configured ones.
 *
 * @param configured - Names in the payment method's own order.
 */
export type RouteFunction = (configured: readonly string[], facts: RoutingFacts) => readonly string[];

/** The gateways that this shop has. */
export abstract class GatewayRegistry {
    /** @throws Error when there is none of this name. */
    abstract get(name: string): PaymentGateway;
    abstract all(): readonly PaymentGateway[];
    /**
     * The gateways to try for a payment, in order. The next one is tried only when a payment certainly did not reach
     * the one before. Those that are out of order come last.
     *
     * @param configured - Names in the payment method's own order.
     */
    abstract route(configured: readonly string[], facts: RoutingFacts): readonly PaymentGateway[];
}
