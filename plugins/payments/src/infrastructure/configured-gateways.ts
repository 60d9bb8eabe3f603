import {
    GatewayRegistry,
    type RouteFunction,
    type RoutingFacts,
} from '../application/ports/gateway-registry.port';
import type { PaymentGateway } from '../application/ports/payment-gateway.port';
import type { ProviderCalls } from '../application/ports/provider-calls.port';

/** The gateways of `PaymentsPlugin.init()`. */
export class ConfiguredGateways extends GatewayRegistry {
    private readonly gateways: ReadonlyMap<string, PaymentGateway>;

    /** @throws Error when two gateways have the same name. */
    constructor(
        gateways: readonly PaymentGateway[],
        private readonly providerCalls: Pick<ProviderCalls, 'isAvailable'>,
        private readonly routeFunction: RouteFunction | undefined,
    ) {
        super();
        this.gateways = new Map(gateways.map(gateway => [gateway.name, gateway]));
        if (this.gateways.size < gateways.length) {
            const names = gateways.map(gateway => gateway.name).join(', ');
            throw new Error(`PaymentsPlugin: each gateway needs a name of its own, got ${names}.`);
        }
    }

    get(name: string): PaymentGateway {
        const gateway = this.gateways.get(name);
        if (!gateway) {
            throw new Error(
                `There is no payment gateway "${name}". Known: ${[...this.gateways.keys()].join(', ') || 'none'}.`,
            );
        }
        return gateway;
    }

    all(): readonly PaymentGateway[] {
        return [...this.gateways.values()];
    }

    route(configured: readonly string[], facts: RoutingFacts): readonly PaymentGateway[] {
        const names = this.routeFunction?.(configured, facts) ?? configured;
        const isOutOfOrder = (name: string) => Number(!this.providerCalls.isAvailable(name));
        // The sort is stable: each half keeps its order.
        return [...names].sort((a, b) => isOutOfOrder(a) - isOutOfOrder(b)).map(name => this.get(name));
    }
}
