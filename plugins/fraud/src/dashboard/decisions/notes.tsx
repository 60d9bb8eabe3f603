import { LabelBadge, Moment } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, PermissionGuard } from '@vendure/dashboard';
import { useState } from 'react';
import type { DecisionDetail } from '../shared/decision.types';
import { noteKinds } from '../shared/labels';
import { ActionDialog } from './action-dialog';

/** Everything that people wrote about a decision, the oldest first. */
export function Notes({ decision }: { decision: DecisionDetail }) {
    const { t } = useLingui();
    const [isWriting, setIsWriting] = useState(false);
    return (
        <div className="space-y-4">
            {decision.notes.length === 0 ? (
                <p className="text-sm text-muted-foreground">
                    <Trans>Nobody has written anything.</Trans>
                </p>
            ) : (
                <ul className="space-y-4">
                    {decision.notes.map(({ id, kind, text, author, createdAt }) => (
                        <li key={id} className="border-l-2 pl-3">
                            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted-foreground">
                                <LabelBadge labels={noteKinds} word={kind} />
                                <span>{author === 'customer' ? t`The customer` : author}</span>
                                <Moment at={createdAt} />
                            </p>
                            {text !== '' && (
                                <p className="mt-1 text-sm break-words whitespace-pre-line">{text}</p>
                            )}
                        </li>
                    ))}
                </ul>
            )}
            <PermissionGuard requires={['EfiReviewFraud']}>
                <Button variant="outline" size="sm" onClick={() => setIsWriting(true)}>
                    <Trans>Write a note…</Trans>
                </Button>
            </PermissionGuard>
            {isWriting && (
                <ActionDialog decision={decision} action="note" onClose={() => setIsWriting(false)} />
            )}
        </div>
    );
}
