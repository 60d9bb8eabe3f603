import { LabelBadge, Moment, RecordTable, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Badge } from '@vendure/dashboard';
import { AmountText } from '../shared/amount';
import type { Link as LinkedDecision } from '../shared/decision.types';
import { labels, linkKinds } from '../shared/labels';
import { ScoreBadge } from '../shared/score-bar';
import { VerdictText } from '../shared/verdict-text';

/** Attempts to pay other orders that share something with this one. */
export function LinkedOrders({ links }: { links: readonly LinkedDecision[] }) {
    const label = useLabel();
    return (
        <RecordTable
            rows={links.map(({ decision, by }) => ({ ...decision, by }))}
            none={<Trans>No other order shares a device, an address, a card or an e-mail address.</Trans>}
            columns={[
                {
                    title: <Trans>Order</Trans>,
                    cell: ({ id, orderCode }) => (
                        <Link to={`/fraud/${id}`} className="font-medium underline underline-offset-4">
                            {orderCode}
                        </Link>
                    ),
                },
                {
                    title: <Trans>In common</Trans>,
                    cell: ({ by }) => (
                        <span className="flex flex-wrap gap-1">
                            {by.map(kind => (
                                <Badge key={kind} variant="outline">
                                    {label(linkKinds, kind)}
                                </Badge>
                            ))}
                        </span>
                    ),
                },
                {
                    title: <Trans>What it was</Trans>,
                    cell: decision => decision.label && <LabelBadge labels={labels} word={decision.label} />,
                },
                { title: <Trans>Amount</Trans>, cell: decision => <AmountText of={decision} /> },
                { title: <Trans>Score</Trans>, cell: decision => <ScoreBadge of={decision} /> },
                { title: <Trans>Verdict</Trans>, cell: decision => <VerdictText of={decision} /> },
                { title: <Trans>When</Trans>, cell: ({ createdAt }) => <Moment at={createdAt} /> },
            ]}
        />
    );
}
