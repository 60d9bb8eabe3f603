import { LabelBadge, Moment, RecordTable, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Badge } from '@vendure/dashboard';
import { AmountText } from '../shared/amount';
import type { DecisionSummary } from '../shared/decision.types';
import { Due } from '../shared/due';
import { outcomes, reviewStates } from '../shared/labels';
import { OrderLink } from '../shared/order-link';
import { ScoreBadge } from '../shared/score-bar';
import { VerdictText } from '../shared/verdict-text';

export function DecisionTable({ decisions }: { decisions: readonly DecisionSummary[] }) {
    return (
        <RecordTable
            rows={decisions}
            none={null}
            columns={[
                {
                    title: <Trans>Attempt</Trans>,
                    cell: ({ id, createdAt }) => (
                        <Link to={`/fraud/${id}`} className="font-medium underline underline-offset-4">
                            <Moment at={createdAt} />
                        </Link>
                    ),
                },
                { title: <Trans>Order</Trans>, cell: decision => <OrderLink of={decision} /> },
                { title: <Trans>Amount</Trans>, cell: decision => <AmountText of={decision} /> },
                { title: <Trans>Score</Trans>, cell: decision => <ScoreBadge of={decision} /> },
                { title: <Trans>Verdict</Trans>, cell: decision => <VerdictText of={decision} /> },
                { title: <Trans>Where it stands</Trans>, cell: decision => <Standing of={decision} /> },
                {
                    title: <Trans>To be decided</Trans>,
                    cell: ({ reviewState, reviewDueAt }) =>
                        reviewState === 'open' && reviewDueAt && <Due at={reviewDueAt} />,
                },
            ]}
        />
    );
}

/** A review, an appeal, or else what the provider said. */
export function Standing({ of: decision }: { of: DecisionSummary }) {
    const label = useLabel();
    const { reviewState, appealedAt, appealDecidedAt, needsSecondPerson, outcome } = decision;
    const isReviewed = reviewState !== null && (reviewState !== 'open' || outcome === 'authorised');
    return (
        <span className="inline-flex flex-wrap items-center gap-2">
            {isReviewed ? (
                <LabelBadge labels={reviewStates} word={reviewState} />
            ) : (
                outcome && <span>{label(outcomes, outcome)}</span>
            )}
            {isReviewed && needsSecondPerson && (
                <Badge variant="outline">
                    <Trans>Needs a second person</Trans>
                </Badge>
            )}
            {appealedAt &&
                (appealDecidedAt === null ? (
                    <Badge variant="warning">
                        <Trans>Appeal waits</Trans>
                    </Badge>
                ) : decision.label === 'good' ? (
                    <Badge variant="success">
                        <Trans>Appeal granted</Trans>
                    </Badge>
                ) : (
                    <Badge variant="destructive">
                        <Trans>Appeal refused</Trans>
                    </Badge>
                ))}
        </span>
    );
}
