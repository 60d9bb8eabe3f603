import { useLingui } from '@lingui/react/macro';
import { cn } from '@vendure/dashboard';
import type { Policy } from './decision.types';

type Thresholds = Pick<Policy, 'stepUpFrom' | 'reviewFrom' | 'blockFrom'>;

/** A score on the line from 0 to 99, whose colours are what the thresholds made of it then. */
export function ScoreBar({ score, thresholds }: { score: number | null; thresholds: Thresholds }) {
    const { t } = useLingui();
    if (score === null) {
        return <p className="text-2xl font-semibold">{t`Not scored`}</p>;
    }
    const { stepUpFrom, reviewFrom, blockFrom } = thresholds;
    const zones = [
        { from: 0, to: stepUpFrom, colour: 'bg-success/40' },
        { from: stepUpFrom, to: reviewFrom, colour: 'bg-sky-500/40' },
        { from: reviewFrom, to: blockFrom, colour: 'bg-warning/60' },
        { from: blockFrom, to: 100, colour: 'bg-destructive/60' },
    ];
    return (
        <div
            role="meter"
            aria-label={t`Score`}
            aria-valuemin={0}
            aria-valuemax={99}
            aria-valuenow={score}
            className="max-w-md"
        >
            <p className="mb-2 flex items-baseline gap-2">
                <span className="text-4xl font-semibold tabular-nums">{score}</span>
                <span className="text-sm text-muted-foreground">{t`of 99`}</span>
            </p>
            <div className="relative">
                <div className="flex h-3 overflow-hidden rounded-full">
                    {zones.map(({ from, to, colour }) => (
                        <span key={colour} className={colour} style={{ width: `${to - from}%` }} />
                    ))}
                </div>
                <span
                    className="absolute -top-1 h-5 w-1 -translate-x-1/2 rounded-full bg-foreground ring-2 ring-background"
                    style={{ left: `${score}%` }}
                />
            </div>
            <p className="relative mt-1 h-4 text-xs text-muted-foreground tabular-nums">
                {[...new Set([stepUpFrom, reviewFrom, blockFrom])]
                    .filter(from => from < 100)
                    .map(from => (
                        <span key={from} className="absolute -translate-x-1/2" style={{ left: `${from}%` }}>
                            {from}
                        </span>
                    ))}
            </p>
        </div>
    );
}

const tones = {
    ALLOW: 'bg-success/15 text-success',
    STEP_UP: 'bg-sky-500/15 text-sky-700 dark:text-sky-300',
    REVIEW: 'bg-warning/15 text-warning',
    BLOCK: 'bg-destructive/15 text-destructive',
} as const;

/** A score in a list, coloured by the verdict that it came to. */
export function ScoreBadge({
    of: { score, verdict },
}: {
    of: { score: number | null; verdict: keyof typeof tones };
}) {
    const { t } = useLingui();
    return (
        <span
            className={cn(
                'inline-block min-w-9 rounded-md px-2 py-0.5 text-center font-semibold tabular-nums',
                tones[verdict],
            )}
        >
            {score ?? <span aria-label={t`Not scored`}>–</span>}
        </span>
    );
}
