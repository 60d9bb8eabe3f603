import { metrics } from '@efi/plugin-kit';
import type { Assessment } from '../../domain/assessment';
import type { Verdict } from '../../domain/verdict';

/** For rates and alerts: what was decided, on which basis, and whether it was done. */
export function countDecision({ basis, verdict }: Assessment, applied: Verdict): void {
    metrics()
        .counter('efi_fraud_decisions_total', 'Decisions about payments', ['verdict', 'applied', 'basis'])
        .increment({ verdict, applied, basis });
}

/** @param startedAt - By `performance.now()`. */
export function observeSpan(startedAt: number): void {
    metrics()
        .histogram('efi_fraud_screening_seconds', 'Time from the question to the stored decision')
        .observe((performance.now() - startedAt) / 1_000);
}

/** What an outcome, a review or a dispute said of an earlier decision. */
export function countLabel(label: 'good' | 'fraud', by: string, verdict: Verdict): void {
    metrics()
        .counter('efi_fraud_labels_total', 'What payments turned out to be, by what was decided', [
            'label',
            'by',
            'verdict',
        ])
        .increment({ label, by, verdict });
}
