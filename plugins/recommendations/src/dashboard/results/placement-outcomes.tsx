import { Choice, LoadFailed, Loading, RecordTable, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { msg } from '@lingui/core/macro';
import { useLocalFormat } from '@vendure/dashboard';
import { useState } from 'react';
import { placements, placementUses } from '../shared/labels';
import { Share } from '../shared/rate';
import { useAdminQuery } from '../shared/use-admin-query';
import { ModelName } from './model-name';
import { type Outcome, outcomesQuery, type Rate } from './results.graphql';

const periods = {
    7: { text: msg`The last 7 days` },
    30: { text: msg`The last 30 days` },
    90: { text: msg`The last 90 days` },
};

interface Row {
    readonly id: string;
    readonly placement: string;
    /** Undefined where nothing was shown. */
    readonly outcome: Outcome | undefined;
    readonly isFirst: boolean;
}

/** All placements, also those where nothing was shown yet. */
export function PlacementOutcomes() {
    const [days, setDays] = useState('30');
    const outcomes = useAdminQuery(outcomesQuery, { since: daysAgo(Number(days)) });
    return (
        <div className="space-y-4">
            <div className="max-w-60">
                <Choice label={<Trans>Period</Trans>} labels={periods} value={days} onChange={setDays} />
            </div>
            {outcomes.isPending ? (
                <Loading />
            ) : outcomes.isError ? (
                <LoadFailed query={outcomes} />
            ) : (
                <OutcomeTable outcomes={outcomes.data.efiRecommendationOutcomes} />
            )}
        </div>
    );
}

function OutcomeTable({ outcomes }: { outcomes: readonly Outcome[] }) {
    const { formatNumber } = useLocalFormat();
    const label = useLabel();
    return (
        <RecordTable
            rows={rowsOf(outcomes)}
            none={null}
            columns={[
                {
                    title: <Trans>Placement</Trans>,
                    cell: ({ placement, isFirst }) =>
                        isFirst && (
                            <span className="block min-w-44 whitespace-normal">
                                <span className="font-medium">{label(placements, placement)}</span>
                                <span className="block text-xs text-muted-foreground">
                                    {label(placementUses, placement)}
                                </span>
                            </span>
                        ),
                },
                {
                    title: <Trans>Model</Trans>,
                    cell: ({ outcome }) => outcome && <ModelName id={outcome.modelId} />,
                },
                {
                    title: <Trans>Lists shown</Trans>,
                    cell: ({ outcome }) =>
                        outcome ? (
                            formatNumber(outcome.shown)
                        ) : (
                            <span className="text-muted-foreground">
                                <Trans>None yet</Trans>
                            </span>
                        ),
                },
                { title: <Trans>Clicked</Trans>, cell: ({ outcome }) => outcomeRate(outcome, 'clicked') },
                { title: <Trans>In the cart</Trans>, cell: ({ outcome }) => outcomeRate(outcome, 'inCart') },
                { title: <Trans>Bought</Trans>, cell: ({ outcome }) => outcomeRate(outcome, 'bought') },
                {
                    title: <Trans>Without consent</Trans>,
                    cell: ({ outcome }) =>
                        outcome && (
                            <Anonymous shown={outcome.anonymousShown} clicks={outcome.anonymousClicks} />
                        ),
                },
            ]}
        />
    );
}

function outcomeRate(outcome: Outcome | undefined, kind: 'clicked' | 'inCart' | 'bought') {
    return outcome && outcome.shown > 0 && <RateText rate={outcome[kind]} />;
}

/** How many lists, and what share of them. */
export function RateText({ rate: { lists, value, from, to } }: { rate: Rate }) {
    const { formatNumber } = useLocalFormat();
    return (
        <span className="flex items-baseline gap-2">
            <span className="tabular-nums">{formatNumber(lists)}</span>
            <span className="text-muted-foreground">
                <Share value={value} from={from} to={to} />
            </span>
        </span>
    );
}

function Anonymous({ shown, clicks }: { shown: number; clicks: number }) {
    const { t } = useLingui();
    const { formatNumber } = useLocalFormat();
    const [lists, clicked] = [formatNumber(shown), formatNumber(clicks)];
    return (
        <span className="whitespace-nowrap text-muted-foreground">{t`${lists} lists, ${clicked} clicks`}</span>
    );
}

function rowsOf(outcomes: readonly Outcome[]): Row[] {
    return Object.keys(placements).flatMap((placement): Row[] => {
        const own = outcomes.filter(outcome => outcome.placement === placement);
        return own.length === 0
            ? [{ id: placement, placement, outcome: undefined, isFirst: true }]
            : own.map((outcome, index) => ({
                  ...{ id: `${placement} ${outcome.modelId}`, placement, outcome },
                  isFirst: index === 0,
              }));
    });
}

/** By the day, so that drawing again asks for the same. */
function daysAgo(days: number): string {
    const midnight = new Date();
    midnight.setHours(0, 0, 0, 0);
    midnight.setDate(midnight.getDate() - days);
    return midnight.toISOString();
}
