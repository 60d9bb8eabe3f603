import { Trans, useLingui } from '@lingui/react/macro';
import { usePercent } from './figure';
import type { CalibrationBin } from './models.graphql';

const SIZE = 200;

/** What the model said against what was: on the diagonal it is right. A larger point stands for more payments. */
export function CalibrationPlot({ bins }: { bins: readonly CalibrationBin[] }) {
    const { t } = useLingui();
    const percent = usePercent();
    const filled = bins.filter(({ attempts }) => attempts > 0);
    const most = Math.max(1, ...filled.map(({ attempts }) => attempts));
    return (
        <figure className="max-w-xs">
            <figcaption className="mb-2 text-sm font-medium">
                <Trans>Calibration</Trans>
            </figcaption>
            <svg
                viewBox={`-30 -6 ${SIZE + 40} ${SIZE + 34}`}
                role="img"
                aria-label={t`What the model said against what was`}
                className="w-full text-muted-foreground"
            >
                <path d={`M0 0V${SIZE}H${SIZE}`} fill="none" stroke="currentColor" />
                <path d={`M0 ${SIZE}L${SIZE} 0`} stroke="currentColor" strokeDasharray="4 4" opacity={0.6} />
                {filled.map(({ said, was, attempts }) => (
                    <circle
                        key={said}
                        cx={said * SIZE}
                        cy={SIZE - was * SIZE}
                        r={3 + 5 * Math.sqrt(attempts / most)}
                        className="fill-primary"
                        opacity={0.8}
                    >
                        <title>{t`Said ${percent(said)}, was ${percent(was)}, payments: ${attempts}`}</title>
                    </circle>
                ))}
                <text x={SIZE} y={SIZE + 22} textAnchor="end" fontSize={11} fill="currentColor">
                    {t`said, 0 to 100 %`}
                </text>
                <text
                    x={0}
                    y={0}
                    textAnchor="end"
                    fontSize={11}
                    fill="currentColor"
                    transform="rotate(-90) translate(0 -12)"
                >
                    {t`was, 0 to 100 %`}
                </text>
            </svg>
        </figure>
    );
}
