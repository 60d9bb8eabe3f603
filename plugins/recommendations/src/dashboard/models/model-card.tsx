import { Day, Fact, Facts, LabelBadge, Moment } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { useLocalFormat } from '@vendure/dashboard';
import { ChevronRightIcon } from 'lucide-react';
import { modelStates } from '../shared/labels';
import { usePercent } from '../shared/rate';
import type { Model } from './models.graphql';
import { PromoteButton } from './promote-button';
import { ScoreTable } from './score-table';

/** What a model learned from, how good it is, and why it is in its state. */
export function ModelCard({ model, isOpen }: { model: Model; isOpen: boolean }) {
    return (
        <details open={isOpen} className="group">
            <summary className="flex cursor-pointer list-none flex-wrap items-center gap-x-4 gap-y-1">
                <ChevronRightIcon
                    className="size-4 shrink-0 transition-transform group-open:rotate-90"
                    aria-hidden
                />
                <span className="font-medium">
                    <Trans>Model {model.id}</Trans>
                </span>
                <LabelBadge labels={modelStates} word={model.state} />
                <span className="text-sm text-muted-foreground">
                    <Moment at={model.createdAt} />
                </span>
                <span className="basis-full pl-8 text-sm sm:basis-auto sm:pl-0">{model.reason}</span>
            </summary>
            <div className="mt-4 space-y-6 sm:pl-8">
                <Learned model={model} />
                <section className="space-y-2">
                    <h3 className="text-sm font-medium">
                        <Trans>Measured on {model.measuredOn} shoppers held back</Trans>
                    </h3>
                    <ScoreTable scores={model.scores} />
                </section>
                <PromoteButton model={model} />
            </div>
        </details>
    );
}

function Learned({ model }: { model: Model }) {
    const { formatNumber } = useLocalFormat();
    const percent = usePercent();
    return (
        <Facts>
            <Fact name={<Trans>Decided by</Trans>}>
                {model.decidedBy ?? <Trans>The comparison</Trans>} · <Moment at={model.decidedAt} />
            </Fact>
            <Fact name={<Trans>Orders from</Trans>}>
                <Day at={model.from} /> – <Day at={model.to} />
            </Fact>
            <Fact name={<Trans>Orders and products in them</Trans>}>
                {formatNumber(model.orders)} · {formatNumber(model.lines)}
            </Fact>
            <Fact name={<Trans>Views and carts with consent</Trans>}>
                {formatNumber(model.events)}{' '}
                {model.events > 0 &&
                    (model.usesEvents ? (
                        <Trans>(learned from)</Trans>
                    ) : (
                        <Trans>(left out: no better with them)</Trans>
                    ))}
            </Fact>
            <Fact name={<Trans>Products</Trans>}>{formatNumber(model.products)}</Fact>
            <Fact name={<Trans>People who agreed to be linked</Trans>}>{formatNumber(model.people)}</Fact>
            <Fact name={<Trans>Held back since</Trans>}>
                <Day at={model.heldBackSince} />
            </Fact>
            <Fact name={<Trans>Drift of the last 30 days</Trans>}>{percent(model.drift)}</Fact>
            <Fact name={<Trans>Trained in</Trans>}>
                <Trans>{formatNumber(Math.round(model.seconds * 10) / 10)} seconds</Trans>
            </Fact>
            <Fact name={<Trans>Size</Trans>}>{formatNumber(Math.round(model.bytes / 1e5) / 10)} MB</Fact>
        </Facts>
    );
}
