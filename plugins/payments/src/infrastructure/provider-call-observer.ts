import type { CallKind, CircuitName } from '../application/ports/provider-calls.port';

/** How a call to a provider ended: see the errors of the gateway port. */
export type CallOutcome = 'ok' | 'refused' | 'unreachable' | 'unknown';

export interface FinishedCall {
    readonly gateway: string;
    readonly kind: CallKind;
    readonly outcome: CallOutcome;
    /** With all attempts and the time in the queue. */
    readonly milliseconds: number;
    /** Absent when the outcome is `ok`. */
    readonly error?: Error;
}

/** Is told about calls to providers. Must not throw, nor keep the call waiting. */
export interface ProviderCallObserver {
    onFinished(call: FinishedCall): void;
    onRetry(gateway: string): void;
    onCircuitChange(gateway: string, state: CircuitName): void;
}
