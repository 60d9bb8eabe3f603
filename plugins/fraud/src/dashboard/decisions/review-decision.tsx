import { LabelBadge, Moment } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Button, PermissionGuard, useAuth } from '@vendure/dashboard';
import { TriangleAlert, Users } from 'lucide-react';
import { useState } from 'react';
import type { DecisionDetail } from '../shared/decision.types';
import { Due } from '../shared/due';
import { reviewStates } from '../shared/labels';
import { type Action, ActionDialog } from './action-dialog';

/** Where a review stands, and what a person can do about it. */
export function ReviewDecision({ decision }: { decision: DecisionDetail }) {
    const [action, setAction] = useState<Action>();
    const [problem, setProblem] = useState<string>();
    const isOpen = decision.reviewState === 'open';
    return (
        <div className="space-y-4">
            {isOpen ? <Waiting decision={decision} /> : <Decided decision={decision} />}
            {problem !== undefined && (
                <p role="alert" className="flex gap-2 text-sm text-destructive">
                    <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
                    <span>
                        <Trans>
                            The decision stands, but the money could not be moved. Do it on the order’s page:
                        </Trans>{' '}
                        {problem}
                    </span>
                </p>
            )}
            {isOpen && (
                <PermissionGuard requires={['EfiReviewFraud']}>
                    <Actions decision={decision} onChoose={setAction} />
                </PermissionGuard>
            )}
            {action && (
                <ActionDialog
                    decision={decision}
                    action={action}
                    onProblem={setProblem}
                    onClose={() => setAction(undefined)}
                />
            )}
        </div>
    );
}

function Actions({ decision, onChoose }: { decision: DecisionDetail; onChoose: (action: Action) => void }) {
    const me = useAuth().user?.emailAddress;
    const isMineAlready = decision.acceptedOnceBy !== null && decision.acceptedOnceBy === me;
    return (
        <div className="flex flex-wrap gap-2">
            <Button size="sm" disabled={isMineAlready} onClick={() => onChoose('accept')}>
                <Trans>Accept…</Trans>
            </Button>
            <Button variant="destructive" size="sm" onClick={() => onChoose('reject')}>
                <Trans>Reject…</Trans>
            </Button>
            <Button variant="outline" size="sm" onClick={() => onChoose('ask')}>
                <Trans>Ask the customer…</Trans>
            </Button>
        </div>
    );
}

function Waiting({
    decision: { reviewDueAt, needsSecondPerson, acceptedOnceBy },
}: {
    decision: DecisionDetail;
}) {
    return (
        <div className="space-y-2 text-sm">
            <p>
                <Trans>
                    The money is held. Nothing is taken and nothing shipped before a person decides.
                </Trans>
            </p>
            {reviewDueAt && (
                <p className="flex flex-wrap gap-x-2">
                    <span className="text-muted-foreground">
                        <Trans>To be decided</Trans>
                    </span>
                    <Due at={reviewDueAt} />
                </p>
            )}
            {needsSecondPerson && (
                <p role="status" className="flex gap-2">
                    <Users aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
                    {acceptedOnceBy === null ? (
                        <Trans>The amount needs two people, one after the other.</Trans>
                    ) : (
                        <Trans>{acceptedOnceBy} has accepted it. Needs a second person.</Trans>
                    )}
                </p>
            )}
        </div>
    );
}

function Decided({ decision: { reviewState, decidedBy, decidedAt } }: { decision: DecisionDetail }) {
    return (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <LabelBadge labels={reviewStates} word={reviewState ?? ''} />
            {decidedBy && <Trans>by {decidedBy}</Trans>}
            {decidedAt && <Moment at={decidedAt} />}
        </p>
    );
}
