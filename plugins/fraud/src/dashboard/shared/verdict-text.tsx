import { LabelBadge, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import type { DecisionSummary } from './decision.types';
import { verdicts } from './labels';

/** What was done, and in shadow mode what would have been. */
export function VerdictText({
    of: { verdict, applied },
}: {
    of: Pick<DecisionSummary, 'verdict' | 'applied'>;
}) {
    const label = useLabel();
    const wanted = label(verdicts, verdict);
    return (
        <span className="inline-flex flex-wrap items-center gap-2">
            <LabelBadge labels={verdicts} word={applied} />
            {verdict !== applied && (
                <span className="text-xs whitespace-nowrap text-muted-foreground">
                    <Trans>without shadow mode: {wanted}</Trans>
                </span>
            )}
        </span>
    );
}
