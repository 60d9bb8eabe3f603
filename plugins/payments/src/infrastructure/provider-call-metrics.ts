import { metrics } from '@efi/plugin-kit';
import type { CircuitName } from '../application/ports/provider-calls.port';
import type { FinishedCall, ProviderCallObserver } from './provider-call-observer';

const CIRCUIT_LEVEL: Readonly<Record<CircuitName, number>> = { closed: 0, 'half-open': 0.5, open: 1 };

/** Counts and times calls to providers. */
export class ProviderCallMetrics implements ProviderCallObserver {
    onFinished({ gateway, kind, outcome, milliseconds }: FinishedCall): void {
        metrics()
            .counter('efi_payment_provider_calls_total', 'Calls to payment providers, by how they ended', [
                'gateway',
                'kind',
                'outcome',
            ])
            .increment({ gateway, kind, outcome });
        metrics()
            .histogram(
                'efi_payment_provider_call_seconds',
                'How long calls to payment providers took, with retries and the time in the queue',
                ['gateway', 'kind'],
            )
            .observe(milliseconds / 1000, { gateway, kind });
    }

    onRetry(gateway: string): void {
        metrics()
            .counter('efi_payment_provider_retries_total', 'Attempts after the first one', ['gateway'])
            .increment({ gateway });
    }

    onCircuitChange(gateway: string, state: CircuitName): void {
        metrics()
            .gauge('efi_payment_circuit_state', 'Circuit to a provider: 0 closed, 0.5 on trial, 1 open', [
                'gateway',
            ])
            .set(CIRCUIT_LEVEL[state], { gateway });
    }
}
