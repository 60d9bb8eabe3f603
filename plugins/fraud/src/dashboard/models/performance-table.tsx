import { RecordTable } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { Figure, usePercent } from './figure';
import type { ModelCard } from './models.graphql';

/** A model beside the rules alone, the one that was in place, and chance, on the same payments. */
export function PerformanceTable({ card }: { card: ModelCard }) {
    const { t } = useLingui();
    const percent = usePercent();
    const rows = [
        { id: 'model', name: t`This model`, figures: card.model },
        { id: 'rules', name: t`Rules alone`, figures: card.rulesAlone },
        ...(card.inPlace ? [{ id: 'in-place', name: t`In place then`, figures: card.inPlace }] : []),
    ];
    return (
        <>
            <RecordTable
                rows={rows}
                none={null}
                columns={[
                    { title: <Trans>Way of scoring</Trans>, cell: ({ name }) => name },
                    { title: 'PR-AUC', cell: ({ figures }) => <Figure of={figures.prAuc} /> },
                    {
                        title: <Trans>Recall at 1 %</Trans>,
                        cell: ({ figures }) => <Figure of={figures.recallAt1} />,
                    },
                    { title: 'Brier', cell: ({ figures }) => <Figure of={figures.brier} /> },
                    {
                        title: <Trans>Calibration error</Trans>,
                        cell: ({ figures }) => <Figure of={figures.calibrationError} />,
                    },
                ]}
            />
            <p className="text-xs text-muted-foreground">
                <Trans>
                    Chance reaches {percent(card.chancePrAuc)} and {percent(card.chanceRecallAt1)}. Recall at
                    1 %: of the fraud, what is caught while 1 % of the good orders are stopped. Brier and
                    calibration error: the lower, the better. Ranges hold with 95 % confidence.
                </Trans>
            </p>
        </>
    );
}
