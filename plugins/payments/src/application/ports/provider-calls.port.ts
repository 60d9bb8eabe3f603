import type { OperationKind } from '../../domain/payment-operation';
import type { GatewayCall } from './payment-gateway.port';

/** What a call is for: `read` and `list` move nothing, and `list`, which reads many pages, may take minutes. */
export type CallKind = OperationKind | 'read' | 'list';

/**
 * - `closed`: calls are made.
 * - `open`: the provider does not answer, so none is made for a while.
 * - `half-open`: one call is under way to find out whether it answers again.
 */
export type CircuitName = 'closed' | 'half-open' | 'open';

/**
 * Makes calls to providers within bounds: a time-out, retries with jitter, a circuit breaker and a limit on calls at
 * the same time, each per provider.
 */
export abstract class ProviderCalls {
    /**
     * @param gateway - Name of the gateway.
     * @param kind - What for.
     * @param work - The call. Made again after a failure that may pass, so it has to send the same idempotency key.
     * @throws GatewayRefusedError as it came from the gateway, unless an earlier attempt may have had an effect.
     * @throws GatewayUnreachableError when no attempt can have had an effect.
     * @throws OutcomeUnknownError in all other cases.
     */
    abstract run<T>(gateway: string, kind: CallKind, work: (call: GatewayCall) => Promise<T>): Promise<T>;

    /** Whether the gateway takes calls now: false while its circuit is open. */
    abstract isAvailable(gateway: string): boolean;
}
