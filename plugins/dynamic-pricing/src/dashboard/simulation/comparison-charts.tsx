import { Trans, useLingui } from '@lingui/react/macro';
import { useLocalFormat } from '@vendure/dashboard';
import { useMoney } from '../shared/amount';
import type { Comparison, Interval } from './simulation.graphql';
import { IntervalChart } from './interval-chart';

/** Revenue, margin and units at today's list prices and with the rule, each with what it may be. */
export function ComparisonCharts({
    comparison: { today, withRule, difference, chanceToGain },
    currency,
}: {
    comparison: Comparison;
    currency: string;
}) {
    const { t } = useLingui();
    const { formatNumber } = useLocalFormat();
    const money = useMoney(currency);
    const amount = (value: number) => money(Math.round(value));
    const count = (value: number) => formatNumber(Math.round(value));
    // Some hundred draws can't tell a certainty.
    const chance =
        chanceToGain > 0.99
            ? '> 99'
            : chanceToGain < 0.01
              ? '< 1'
              : formatNumber(Math.round(100 * chanceToGain));
    const charts = [
        { name: t`Revenue`, of: 'revenue', text: amount },
        { name: t`Margin`, of: 'margin', text: amount },
        { name: t`Units`, of: 'units', text: count },
    ] as const;
    return (
        <div className="space-y-6" role="status">
            <p className="font-medium">
                <Trans>Chance that the rule earns more: {chance} %</Trans>
            </p>
            <div className="grid gap-6 lg:grid-cols-3">
                {charts.map(({ name, of, text }) => (
                    <figure key={of} className="min-w-0 space-y-2">
                        <figcaption className="text-sm">
                            <span className="block font-medium">{name}</span>
                            <Difference interval={difference[of]} text={text} />
                        </figcaption>
                        <IntervalChart
                            label={name}
                            rows={[
                                { name: t`List prices`, interval: today[of] },
                                { name: t`With the rule`, interval: withRule[of] },
                            ]}
                            text={text}
                        />
                    </figure>
                ))}
            </div>
        </div>
    );
}

function Difference({ interval, text }: { interval: Interval; text: (value: number) => string }) {
    const [mean, low, high] = [interval.mean, interval.low, interval.high].map(value =>
        value > 0 ? `+${text(value)}` : text(value),
    );
    return (
        <span className="text-muted-foreground tabular-nums">
            <Trans>
                {mean} (95 %: {low} to {high})
            </Trans>
        </span>
    );
}
