import {
    GatewayRefusedError,
    GatewayUnreachableError,
    OutcomeUnknownError,
} from '../application/ports/gateway-errors';
import type { GatewayCall } from '../application/ports/payment-gateway.port';
import { type CallKind, ProviderCalls } from '../application/ports/provider-calls.port';
import type { ProviderCallBounds } from './provider-call-bounds';
import type { CallOutcome, ProviderCallObserver } from './provider-call-observer';
import { ProviderCircuit } from './provider-circuit';

/** What the provider said. A refusal is an answer too: not tried again, and nothing that the circuit opens for. */
type Answer<T> = { readonly value: T } | { readonly refused: GatewayRefusedError };

/** What is known of one call, over all its attempts. */
interface CallTrace {
    /** Attempts that may have had an effect: those under way, and those whose failure leaves it open. */
    uncertain: number;
}

type GatewayError = GatewayRefusedError | GatewayUnreachableError | OutcomeUnknownError;

/**
 * Calls to providers within bounds, by cockatiel. What is known of a call's effect is kept over its attempts: once
 * one of them may have had an effect, neither a later refusal nor a later failure to connect undoes that.
 */
export class ResilientProviderCalls extends ProviderCalls {
    private readonly circuits = new Map<string, ProviderCircuit>();

    constructor(
        private readonly bounds: ProviderCallBounds,
        private readonly observers: readonly ProviderCallObserver[],
    ) {
        super();
    }

    async run<T>(gateway: string, kind: CallKind, work: (call: GatewayCall) => Promise<T>): Promise<T> {
        const startedAt = performance.now();
        const trace: CallTrace = { uncertain: 0 };
        const finish = (outcome: CallOutcome, error?: Error) => {
            const milliseconds = performance.now() - startedAt;
            this.observers.forEach(each => each.onFinished({ gateway, kind, outcome, milliseconds, error }));
        };
        try {
            const circuit = this.circuitOf(gateway);
            const answer = await circuit.run(signal => attempt(work, signal, trace), kind === 'list');
            if ('refused' in answer) {
                throw answer.refused;
            }
            finish('ok');
            return answer.value;
        } catch (thrown) {
            const error = asGatewayError(gateway, thrown, trace);
            finish(outcomeOf(error), error);
            throw error;
        }
    }

    isAvailable(gateway: string): boolean {
        return this.circuits.get(gateway)?.takesCalls ?? true;
    }

    private circuitOf(gateway: string): ProviderCircuit {
        const circuit =
            this.circuits.get(gateway) ??
            new ProviderCircuit(this.bounds, {
                onChange: state => this.observers.forEach(each => each.onCircuitChange(gateway, state)),
                onRetry: () => this.observers.forEach(each => each.onRetry(gateway)),
            });
        this.circuits.set(gateway, circuit);
        return circuit;
    }
}

async function attempt<T>(
    work: (call: GatewayCall) => Promise<T>,
    signal: AbortSignal,
    trace: CallTrace,
): Promise<Answer<T>> {
    trace.uncertain++;
    try {
        return { value: await work({ signal }) };
    } catch (error) {
        if (error instanceof GatewayRefusedError) {
            trace.uncertain--;
            return { refused: error };
        }
        if (error instanceof GatewayUnreachableError) {
            trace.uncertain--;
        }
        throw error;
    }
}

/** @param thrown - Of the last attempt, or of the bounds that ended the call. */
function asGatewayError(gateway: string, thrown: unknown, trace: CallTrace): GatewayError {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    if (trace.uncertain > 0) {
        return new OutcomeUnknownError(`${gateway}: no clear answer (${reason}).`, { cause: thrown });
    }
    return thrown instanceof GatewayRefusedError
        ? thrown
        : new GatewayUnreachableError(`${gateway}: not reached (${reason}).`, { cause: thrown });
}

function outcomeOf(error: GatewayError): CallOutcome {
    if (error instanceof GatewayRefusedError) {
        return 'refused';
    }
    return error instanceof GatewayUnreachableError ? 'unreachable' : 'unknown';
}
