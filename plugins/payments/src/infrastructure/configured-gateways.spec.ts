import { describe, expect, it } from 'vitest';
import type { PaymentGateway } from '../application/ports/payment-gateway.port';
import type { RouteFunction, RoutingFacts } from '../application/ports/gateway-registry.port';
import { ConfiguredGateways } from './configured-gateways';

const facts: RoutingFacts = {
    methodCode: 'card',
    channelCode: 'default',
    money: { amount: 1999, currency: 'EUR' },
    countryCode: 'AT',
};

/** Gateways `a`, `b` and `c`, of which some are out of order. */
function shopWith(outOfOrder: readonly string[] = [], route?: RouteFunction): ConfiguredGateways {
    const gateways = ['a', 'b', 'c'].map(name => ({ name }) as PaymentGateway);
    return new ConfiguredGateways(gateways, { isAvailable: name => !outOfOrder.includes(name) }, route);
}

const names = (gateways: readonly PaymentGateway[]) => gateways.map(gateway => gateway.name);

describe('the gateways of a shop', () => {
    it('are tried in the order of the payment method', () => {
        expect(names(shopWith().route(['c', 'a'], facts))).toEqual(['c', 'a']);
    });

    it('come last while they are out of order, and are not left out', () => {
        expect(names(shopWith(['c', 'a']).route(['c', 'a', 'b'], facts))).toEqual(['b', 'c', 'a']);
    });

    it('follow the rule of the shop, before it matters which are in order', () => {
        const route: RouteFunction = (configured, { countryCode }) =>
            countryCode === 'AT' ? configured.filter(name => name !== 'b') : configured;
        expect(names(shopWith(['a'], route).route(['a', 'b', 'c'], facts))).toEqual(['c', 'a']);
    });

    it('are asked for by name', () => {
        expect(shopWith().get('b').name).toBe('b');
        expect(() => shopWith().get('x')).toThrow('There is no payment gateway "x". Known: a, b, c.');
    });

    it('have a name each', () => {
        const twice = [{ name: 'a' }, { name: 'a' }] as PaymentGateway[];
        expect(() => new ConfiguredGateways(twice, { isAvailable: () => true }, undefined)).toThrow(
            'each gateway needs a name of its own',
        );
    });
});
