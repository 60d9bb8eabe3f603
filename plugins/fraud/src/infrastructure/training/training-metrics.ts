import { metrics } from '@efi/plugin-kit';
import type { TrainedCard } from '../../domain/models/training-run';

/** What the last training found. @param seconds - It took. */
export function observeTraining(
    { model, rulesAlone, drift }: TrainedCard,
    promoted: boolean,
    seconds: number,
): void {
    metrics()
        .counter('efi_fraud_trainings_total', 'Trainings of the fraud model by what became of it', [
            'promoted',
        ])
        .increment({ promoted: String(promoted) });
    metrics().gauge('efi_fraud_training_seconds', 'How long the last training took').set(seconds);
    const prAuc = metrics().gauge('efi_fraud_model_pr_auc', 'PR-AUC on what was held back', ['by']);
    prAuc.set(model.prAuc.value, { by: 'model' });
    prAuc.set(rulesAlone.prAuc.value, { by: 'rules' });
    metrics()
        .gauge('efi_fraud_model_drift', 'Population stability index of the feature that moved most')
        .set(drift[0]?.psi ?? 0);
}
