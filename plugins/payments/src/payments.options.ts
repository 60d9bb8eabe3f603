import type { RouteFunction } from './application/ports/gateway-registry.port';
import type { PaymentGateway } from './application/ports/payment-gateway.port';
import { type ProviderCallBounds, resolveBounds } from './infrastructure/provider-call-bounds';

/** What can be set in `PaymentsPlugin.init()`. */
export interface PaymentsOptions {
    /** The providers, by their adapters. A payment method in the admin UI names those that it uses. */
    gateways: readonly PaymentGateway[];
    /**
     * Origins that a provider may send the shopper back to, such as `https://shop.example`. A return address with
     * another origin is refused.
     */
    returnOrigins: readonly string[];
    /**
     * Connections to PostgreSQL, per process, that intents, operations and the ledger have to themselves.
     *
     * @default 4
     */
    connections?: number;
    /**
     * Chooses among the gateways of a payment method, e.g. by currency or country. Called once for each new payment.
     *
     * @default the order of the payment method
     */
    route?: RouteFunction;
    /** How far calls to a provider may go: time-outs, retries, circuit breaker, calls at the same time. */
    calls?: Partial<ProviderCallBounds>;
}

/** The options with their defaults. */
export interface ResolvedPaymentsOptions extends Required<Omit<PaymentsOptions, 'route' | 'calls'>> {
    readonly route: RouteFunction | undefined;
    readonly calls: ProviderCallBounds;
}

/** Token by which the plugin's parts are given its options. */
export const PAYMENTS_OPTIONS = Symbol('PAYMENTS_OPTIONS');

/**
 * Fills in the defaults.
 *
 * @throws Error that names the option and what it must be.
 */
export function resolveOptions(options: PaymentsOptions): ResolvedPaymentsOptions {
    const { connections = 4 } = options;
    if (!Number.isInteger(connections) || connections < 1) {
        throw new Error(
            `PaymentsPlugin: connections must be a whole number of at least 1, got ${connections}.`,
        );
    }
    return { ...options, connections, route: options.route, calls: resolveBounds(options.calls ?? {}) };
}
