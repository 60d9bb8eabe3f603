import { Fact, Facts, LabelBadge, Moment, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useLocalFormat } from '@vendure/dashboard';
import { modelKinds, modelStates } from '../shared/labels';
import { CalibrationPlot } from './calibration-plot';
import { FalsePositivesTable } from './false-positives-table';
import type { Model } from './models.graphql';
import { PerformanceTable } from './performance-table';
import { PutInPlaceButton } from './put-in-place-button';

const DRIFTED = 5;

/** What a model learned from and what it can do, folded up but for the one that matters. */
export function ModelCard({ model, isOpen }: { model: Model; isOpen: boolean }) {
    const { t } = useLingui();
    const label = useLabel();
    const { formatNumber } = useLocalFormat();
    const { card } = model;
    const sample = ({ attempts, frauds }: { attempts: number; frauds: number }) =>
        t`${formatNumber(attempts)} payments, ${formatNumber(frauds)} fraud`;
    return (
        <details open={isOpen}>
            <summary className="flex cursor-pointer flex-wrap items-center gap-x-4 gap-y-1">
                <span className="font-medium">
                    <Trans>Model {model.id}</Trans>
                </span>
                <LabelBadge labels={modelStates} word={model.state} />
                <Moment at={model.createdAt} />
            </summary>
            <div className="mt-4 space-y-6">
                <p className="text-sm">
                    {model.reason} {model.decidedBy && <Trans>By {model.decidedBy}</Trans>}
                </p>
                <Facts>
                    <Fact name={<Trans>Kind</Trans>}>{label(modelKinds, card.kind)}</Fact>
                    <Fact name={<Trans>Learned from</Trans>}>{sample(card.learnedFrom)}</Fact>
                    <Fact name={<Trans>Measured on</Trans>}>{sample(card.measuredOn)}</Fact>
                    <Fact name={<Trans>Days before silence counts as good</Trans>}>
                        {card.labelDelayDays}
                    </Fact>
                </Facts>
                <PerformanceTable card={card} />
                <div className="grid gap-8 lg:grid-cols-2">
                    <CalibrationPlot bins={card.calibration} />
                    <Drift card={card} />
                </div>
                <FalsePositivesTable groups={card.byCountry} />
                <FalsePositivesTable groups={card.byAccountAge} />
                <PutInPlaceButton model={model} />
            </div>
        </details>
    );
}

function Drift({ card }: { card: Model['card'] }) {
    const { formatNumber } = useLocalFormat();
    return (
        <div className="space-y-2 text-sm">
            <p className="font-medium">
                <Trans>What moved most</Trans>
            </p>
            <dl>
                {card.drift.slice(0, DRIFTED).map(({ feature, label, psi }) => (
                    <div key={feature} className="flex justify-between gap-4 border-b py-1">
                        <dt className="text-muted-foreground">{label}</dt>
                        <dd className="tabular-nums">{formatNumber(Math.round(psi * 100) / 100)}</dd>
                    </div>
                ))}
            </dl>
            <p className="text-xs text-muted-foreground">
                <Trans>Population stability index: below 0.1 stable, above 0.25 another population.</Trans>
            </p>
        </div>
    );
}
