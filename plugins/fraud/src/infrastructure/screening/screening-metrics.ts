import { metrics } from '@efi/plugin-kit';
import type { Assessment } from '../../domain/assessment';
import type { SubjectKind } from '../../domain/signals';
import type { Verdict } from '../../domain/verdict';

/** For rates and alerts: what was decided, on which basis, and whether it was done. */
export function countDecision({ basis, verdict }: Assessment, applied: Verdict): void {
    metrics()
        .counter('efi_fraud_decisions_total', 'Decisions about payments', ['verdict', 'applied', 'basis'])
        .increment({ verdict, applied, basis });
}

/** Whom an attempt would be counted by, and is not known: a storefront that sends no device, say. */
const EXPECTED: readonly SubjectKind[] = ['email', 'address', 'device', 'network'];

export function countUnknown(keys: Readonly<Partial<Record<SubjectKind, string>>>): void {
    for (const kind of EXPECTED.filter(expected => keys[expected] === undefined)) {
        metrics()
            .counter('efi_fraud_unknown_subjects_total', 'Payments that can not be counted by a subject', [
                'kind',
            ])
            .increment({ kind });
    }
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
