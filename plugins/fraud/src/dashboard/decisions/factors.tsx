import { useLabel } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useLocalFormat } from '@vendure/dashboard';
import type { DecisionDetail } from '../shared/decision.types';
import { bases, verdictUses } from '../shared/labels';
import { ScoreBar } from '../shared/score-bar';
import { VerdictText } from '../shared/verdict-text';

/** Score, verdict and the strongest reasons, in words. */
export function Factors({ decision }: { decision: DecisionDetail }) {
    const label = useLabel();
    const { factors, score, policy, basis, applied } = decision;
    const strongest = Math.max(...factors.map(({ weight }) => Math.abs(weight)), Number.EPSILON);
    return (
        <div className="space-y-6">
            <ScoreBar score={score} thresholds={policy} />
            <div className="space-y-1">
                <VerdictText of={decision} />
                <p className="text-sm text-muted-foreground">
                    {label(verdictUses, applied)} {basis !== 'scored' && label(bases, basis)}
                </p>
            </div>
            <ol className="space-y-3">
                {factors.map(({ code, text, weight }) => (
                    <li key={code} className="grid gap-x-4 sm:grid-cols-[1fr_9rem] sm:items-center">
                        <span className="text-sm">{text}</span>
                        <Weight weight={weight} share={Math.abs(weight) / strongest} />
                    </li>
                ))}
            </ol>
            <p className="text-xs text-muted-foreground">
                <Trans>
                    The bars say how strongly each reason raised or lowered the odds of fraud, beside the
                    strongest.
                </Trans>
            </p>
        </div>
    );
}

function Weight({ weight, share }: { weight: number; share: number }) {
    const { t } = useLingui();
    const { formatNumber } = useLocalFormat();
    // A list decides without adding anything.
    if (weight === 0) {
        return null;
    }
    const raises = weight > 0;
    const amount = formatNumber(Math.round(Math.abs(weight) * 10) / 10);
    return (
        <span
            role="img"
            aria-label={raises ? t`raises by ${amount}` : t`lowers by ${amount}`}
            className="flex items-center gap-2 text-xs text-muted-foreground tabular-nums"
        >
            <span className="h-2 w-24 rounded-full bg-muted">
                <span
                    className={`block h-2 rounded-full ${raises ? 'bg-destructive' : 'bg-success'}`}
                    style={{ width: `${Math.max(share * 100, 4)}%` }}
                />
            </span>
            <span aria-hidden>{raises ? `+${amount}` : `−${amount}`}</span>
        </span>
    );
}
