import { LoadFailed, Loading, Moment } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Standing } from '../decisions/decision-table';
import { decisionsOfOrderQuery } from '../shared/decisions.graphql';
import { Due } from '../shared/due';
import { ScoreBadge } from '../shared/score-bar';
import { useAdminQuery } from '../shared/use-admin-query';
import { VerdictText } from '../shared/verdict-text';

/** What was decided about each attempt to pay an order. */
export function OrderScreening({ orderId }: { orderId: string }) {
    const decisions = useAdminQuery(decisionsOfOrderQuery, { orderId });
    if (decisions.isPending) {
        return <Loading />;
    }
    if (decisions.isError) {
        return <LoadFailed query={decisions} />;
    }
    const { items } = decisions.data.efiFraudDecisions;
    return items.length === 0 ? (
        <p className="text-sm text-muted-foreground">
            <Trans>No attempt to pay was looked at.</Trans>
        </p>
    ) : (
        <ul className="divide-y">
            {items.map(decision => (
                <li
                    key={decision.id}
                    className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 text-sm first:pt-0 last:pb-0"
                >
                    <ScoreBadge of={decision} />
                    <VerdictText of={decision} />
                    <Standing of={decision} />
                    {decision.reviewState === 'open' && decision.reviewDueAt && (
                        <Due at={decision.reviewDueAt} />
                    )}
                    <Moment at={decision.createdAt} />
                    <Link to={`/fraud/${decision.id}`} className="underline underline-offset-4">
                        <Trans>See why</Trans>
                    </Link>
                </li>
            ))}
        </ul>
    );
}
