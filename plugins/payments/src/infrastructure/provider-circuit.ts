import {
    bulkhead,
    type BulkheadPolicy,
    circuitBreaker,
    type CircuitBreakerPolicy,
    CircuitState,
    ConsecutiveBreaker,
    ExponentialBackoff,
    handleAll,
    retry,
    type RetryPolicy,
    timeout,
    type TimeoutPolicy,
    TimeoutStrategy,
} from 'cockatiel';
import { GatewayUnreachableError } from '../application/ports/gateway-errors';
import type { CircuitName } from '../application/ports/provider-calls.port';
import type { ProviderCallBounds } from './provider-call-bounds';

const FIRST_RETRY_MS = 150;
const LONGEST_RETRY_MS = 2_000;

/**
 * One provider's bounds at work. From the outside in: budget, bulkhead, circuit breaker, retries, time-out of an
 * attempt. The bulkhead is outside the breaker, so that a full queue says nothing about the provider.
 */
export class ProviderCircuit {
    private readonly bulkhead: BulkheadPolicy;
    private readonly breaker: CircuitBreakerPolicy;
    private readonly retries: RetryPolicy;
    private openUntil = 0;

    constructor(
        private readonly bounds: ProviderCallBounds,
        listener: {
            /** The circuit opened, closed, or lets a trial through. */
            readonly onChange: (state: CircuitName) => void;
            /** A further attempt is about to be made. */
            readonly onRetry: () => void;
        },
    ) {
        this.bulkhead = bulkhead(bounds.concurrency, bounds.queue);
        this.breaker = circuitBreaker(handleAll, {
            halfOpenAfter: bounds.openMs,
            breaker: new ConsecutiveBreaker(bounds.failuresToOpen),
        });
        this.breaker.onBreak(() => (this.openUntil = Date.now() + bounds.openMs));
        this.breaker.onStateChange(() => listener.onChange(this.state));
        this.retries = retry(handleAll, {
            maxAttempts: bounds.attempts - 1,
            backoff: new ExponentialBackoff({ initialDelay: FIRST_RETRY_MS, maxDelay: LONGEST_RETRY_MS }),
        });
        this.retries.onRetry(() => listener.onRetry());
    }

    get state(): CircuitName {
        if (this.breaker.state === CircuitState.Closed) {
            return 'closed';
        }
        return this.breaker.state === CircuitState.HalfOpen ? 'half-open' : 'open';
    }

    /** Whether a call would be made: also when the circuit has been open for long enough to let a trial through. */
    get takesCalls(): boolean {
        return this.state === 'closed' || (this.state === 'open' && Date.now() >= this.openUntil);
    }

    /**
     * Runs `attempt` within the bounds, again when it throws. Whatever it returns is an answer of the provider.
     *
     * @param isList - Reads a list, which may take longer.
     */
    run<T>(attempt: (signal: AbortSignal) => Promise<T>, isList: boolean): Promise<T> {
        const budgetMs = isList ? this.bounds.listBudgetMs : this.bounds.budgetMs;
        const attemptTimeout = aggressiveTimeout(isList ? budgetMs : this.bounds.attemptTimeoutMs);
        return aggressiveTimeout(budgetMs).execute(({ signal: budget }) =>
            this.bulkhead.execute(() => {
                this.refuseBesideATrial();
                return this.breaker.execute(
                    () =>
                        this.retries.execute(() => {
                            // The caller was told by now, and may have gone to another provider.
                            budget.throwIfAborted();
                            return attemptTimeout.execute(({ signal }) => attempt(signal), budget);
                        }, budget),
                    budget,
                );
            }, budget),
        );
    }

    /** cockatiel would have these calls wait for the trial's end: up to a whole budget, with a shopper behind each. */
    private refuseBesideATrial(): void {
        if (this.state === 'half-open') {
            throw new GatewayUnreachableError('The provider is being tried by another call.');
        }
    }
}

function aggressiveTimeout(milliseconds: number): TimeoutPolicy {
    return timeout(milliseconds, TimeoutStrategy.Aggressive);
}
