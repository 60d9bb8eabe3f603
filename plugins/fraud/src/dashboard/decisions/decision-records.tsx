import { Trans } from '@lingui/react/macro';
import { PageBlock, PageLayout } from '@vendure/dashboard';
import type { DecisionDetail } from '../shared/decision.types';
import { AppealDecision } from './appeal-decision';
import { DecisionFacts } from './decision-facts';
import { Evidence } from './evidence';
import { Factors } from './factors';
import { LinkedOrders } from './linked-orders';
import { Notes } from './notes';
import { Replay } from './replay';
import { ReviewDecision } from './review-decision';

export function DecisionRecords({ decision }: { decision: DecisionDetail }) {
    const isUnderReview = decision.reviewState !== null && decision.outcome === 'authorised';
    return (
        <PageLayout>
            {isUnderReview && (
                <PageBlock column="main" blockId="review" title={<Trans>Review</Trans>}>
                    <ReviewDecision decision={decision} />
                </PageBlock>
            )}
            {decision.appealedAt !== null && (
                <PageBlock column="main" blockId="appeal" title={<Trans>Appeal</Trans>}>
                    <AppealDecision decision={decision} />
                </PageBlock>
            )}
            <PageBlock column="main" blockId="why" title={<Trans>Why</Trans>}>
                <Factors decision={decision} />
            </PageBlock>
            <PageBlock column="main" blockId="links" title={<Trans>Linked orders</Trans>}>
                <LinkedOrders links={decision.links} />
            </PageBlock>
            <PageBlock
                column="main"
                blockId="evidence"
                title={<Trans>What was known</Trans>}
                description={<Trans>At the moment of the attempt, which counts itself.</Trans>}
            >
                <Evidence features={decision.features} />
            </PageBlock>
            <PageBlock column="main" blockId="notes" title={<Trans>What people wrote</Trans>}>
                <Notes decision={decision} />
            </PageBlock>
            <PageBlock column="side" blockId="facts" title={<Trans>Attempt to pay</Trans>}>
                <DecisionFacts decision={decision} />
            </PageBlock>
            <PageBlock column="side" blockId="replay" title={<Trans>Made again</Trans>}>
                <Replay decision={decision} />
            </PageBlock>
        </PageLayout>
    );
}
