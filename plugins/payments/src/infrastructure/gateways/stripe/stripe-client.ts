import Stripe from 'stripe';
import type { GatewayCall } from '../../../application/ports/payment-gateway.port';
import { failureOf } from './stripe-failures';

/** Where and as whom Stripe is called. */
export interface StripeAccess {
    /** `sk_…` or, better, a restricted key `rk_…`. */
    readonly secretKey: string;
    /** @default 'https://api.stripe.com' */
    readonly apiUrl?: string;
}

/**
 * Longest wait for an answer, in milliseconds. The platform's own bound is far shorter and comes with each call; this
 * one is the SDK's last resort.
 */
const LAST_RESORT = 60_000;

/** Stripe's SDK, tied to the signal of one call, with its failures sorted into the port's classes. */
export class StripeClient {
    private readonly address: Pick<Stripe.StripeConfig, 'host' | 'port' | 'protocol'>;

    constructor(private readonly access: StripeAccess) {
        this.address = addressOf(access.apiUrl);
    }

    /** @throws GatewayRefusedError, GatewayUnreachableError, or whatever leaves the outcome open. */
    async run<T>(call: GatewayCall, work: (stripe: Stripe) => Promise<T>): Promise<T> {
        try {
            return await work(this.connect(call));
        } catch (error) {
            throw failureOf(error);
        }
    }

    /** The same for what comes in many pages. */
    async *pages<T>(call: GatewayCall, work: (stripe: Stripe) => AsyncIterable<T>): AsyncIterable<T> {
        try {
            yield* work(this.connect(call));
        } catch (error) {
            throw failureOf(error);
        }
    }

    /**
     * The SDK can't be told to give up on a request, so each call gets an instance of its own (a tenth of a
     * millisecond) whose `fetch` can. Connections are kept by `fetch` itself.
     */
    private connect({ signal }: GatewayCall): Stripe {
        return new Stripe(this.access.secretKey, {
            ...this.address,
            httpClient: Stripe.createFetchHttpClient((url, init = {}) =>
                fetch(url, {
                    ...init,
                    signal: init.signal ? AbortSignal.any([init.signal, signal]) : signal,
                    redirect: 'error',
                }),
            ),
            // Retries are the platform's: they have to stay within its bounds.
            maxNetworkRetries: 0,
            telemetry: false,
            timeout: LAST_RESORT,
        });
    }
}

function addressOf(apiUrl: string | undefined): Pick<Stripe.StripeConfig, 'host' | 'port' | 'protocol'> {
    if (apiUrl === undefined) {
        return {};
    }
    const { hostname, port, protocol } = new URL(apiUrl);
    return {
        host: hostname,
        protocol: protocol === 'http:' ? 'http' : 'https',
        ...(port !== '' && { port }),
    };
}
