import { Moment, ReasonDialog } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { api, Button, PermissionGuard, toast } from '@vendure/dashboard';
import { useState } from 'react';
import type { DecisionDetail } from '../shared/decision.types';
import { useRefresh } from '../shared/use-admin-query';
import { decideAppealMutation } from './actions.graphql';

/** What a customer says who was refused by the machine, and a person's answer. */
export function AppealDecision({ decision }: { decision: DecisionDetail }) {
    const [isGranted, setIsGranted] = useState<boolean>();
    const { notes, appealedAt, appealDecidedAt } = decision;
    const words = notes.find(({ kind }) => kind === 'appeal')?.text;
    const answer = notes.find(({ kind }) => kind === 'appeal-granted' || kind === 'appeal-refused');
    return (
        <div className="space-y-4">
            <blockquote className="border-l-2 pl-3 text-sm break-words whitespace-pre-line">
                {words}
            </blockquote>
            <p className="flex flex-wrap gap-x-3 gap-y-1 text-sm text-muted-foreground">
                <Trans>The customer asked for a person</Trans>
                {appealedAt && <Moment at={appealedAt} />}
            </p>
            {appealDecidedAt === null ? (
                <PermissionGuard requires={['EfiReviewFraud']}>
                    <div className="flex flex-wrap gap-2">
                        <Button size="sm" onClick={() => setIsGranted(true)}>
                            <Trans>Grant…</Trans>
                        </Button>
                        <Button variant="outline" size="sm" onClick={() => setIsGranted(false)}>
                            <Trans>Refuse…</Trans>
                        </Button>
                    </div>
                </PermissionGuard>
            ) : (
                <p className="flex flex-wrap gap-x-3 gap-y-1 text-sm">
                    {answer?.kind === 'appeal-granted' ? (
                        <Trans>Granted by {answer.author}</Trans>
                    ) : (
                        <Trans>Refused by {answer?.author}</Trans>
                    )}
                    <Moment at={appealDecidedAt} />
                </p>
            )}
            {isGranted !== undefined && (
                <AnswerDialog
                    decision={decision}
                    isGranted={isGranted}
                    onClose={() => setIsGranted(undefined)}
                />
            )}
        </div>
    );
}

function AnswerDialog({
    decision: { id },
    isGranted,
    onClose,
}: {
    decision: DecisionDetail;
    isGranted: boolean;
    onClose: () => void;
}) {
    const { t } = useLingui();
    const refresh = useRefresh();
    const decide = async (answer: string) => {
        const { decideEfiFraudAppeal } = await api.mutate(decideAppealMutation, { id, isGranted, answer });
        await refresh();
        if (!decideEfiFraudAppeal) {
            throw new Error(t`Somebody has decided about this appeal already.`);
        }
        toast.success(isGranted ? t`The appeal is granted.` : t`The appeal is refused.`);
    };
    return (
        <ReasonDialog
            title={isGranted ? t`Grant the appeal` : t`Refuse the appeal`}
            description={
                isGranted ? (
                    <Trans>
                        The customer’s e-mail address is let through for 7 days, so that they can pay again.
                        Nothing is charged by itself.
                    </Trans>
                ) : (
                    <Trans>The order stays unpaid. There is no second appeal for it.</Trans>
                )
            }
            field={{
                label: <Trans>Answer to the customer</Trans>,
                hint: <Trans>For the mail about it, where the shop sends one. Kept with your name.</Trans>,
            }}
            confirmLabel={isGranted ? t`Grant` : t`Refuse`}
            isDestructive={!isGranted}
            onConfirm={decide}
            onClose={onClose}
        />
    );
}
