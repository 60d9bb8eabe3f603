import { useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { DecisionDetail } from '../shared/decision.types';
import { verdicts } from '../shared/labels';

/** Whether what was stored leads to the same decision again. */
export function Replay({ decision: { replay } }: { decision: DecisionDetail }) {
    const label = useLabel();
    const verdict = label(verdicts, replay.verdict);
    return replay.isSame ? (
        <p className="flex gap-2 text-sm">
            <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
            <Trans>What was stored leads to the same score and the same verdict.</Trans>
        </p>
    ) : (
        <p className="flex gap-2 text-sm">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-destructive" />
            <span>
                <Trans>What was stored does not lead to the same decision any more.</Trans>{' '}
                {replay.score === null ? (
                    <Trans>Now: not scored, {verdict}</Trans>
                ) : (
                    <Trans>
                        Now: score {replay.score}, {verdict}
                    </Trans>
                )}
            </span>
        </p>
    );
}
