import { useLingui } from '@lingui/react/macro';
import { useLocalFormat } from '@vendure/dashboard';
import { useMoney } from '../shared/amount';
import { roundTicks } from './chart-scale';
import type { PriceStep } from './history.graphql';

const WIDTH = 640;
const HEIGHT = 200;
const LEFT = 72;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 28;

/** Prices as steps, since they jump; a dot where the engine decided, which says why. The table beside it says all. */
export function PriceChart({
    steps,
    from,
    to,
    currency,
}: {
    steps: readonly PriceStep[];
    from: number;
    to: number;
    currency: string;
}) {
    const { t } = useLingui();
    const { formatDate } = useLocalFormat();
    const money = useMoney(currency);
    const prices = steps.map(({ price }) => price);
    const ticks = roundTicks(Math.min(...prices), Math.max(...prices));
    const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
    const x = (at: number) => LEFT + ((Math.max(at, from) - from) / (to - from)) * (WIDTH - LEFT - RIGHT);
    const y = (price: number) => TOP + ((high - price) / (high - low)) * (HEIGHT - TOP - BOTTOM);
    const line = steps
        .map(({ at, price }, index) => {
            const start = x(Date.parse(at));
            return index === 0 ? `M${start} ${y(price)}` : `H${start}V${y(price)}`;
        })
        .join('');
    const days = [from, from + (to - from) / 2, to];
    return (
        <svg
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            role="img"
            aria-label={t`Course of the price; the table below has the same in words`}
            className="w-full max-w-3xl text-muted-foreground"
        >
            {ticks.map(tick => (
                <g key={tick}>
                    <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} className="stroke-border" />
                    <text
                        x={LEFT - 8}
                        y={y(tick) + 4}
                        textAnchor="end"
                        fontSize="11"
                        fill="currentColor"
                        className="tabular-nums"
                    >
                        {money(tick)}
                    </text>
                </g>
            ))}
            {days.map((day, index) => (
                <text
                    key={day}
                    x={x(day)}
                    y={HEIGHT - 8}
                    textAnchor={index === 0 ? 'start' : index === 1 ? 'middle' : 'end'}
                    fontSize="11"
                    fill="currentColor"
                >
                    {formatDate(new Date(day), { day: 'numeric', month: 'short' })}
                </text>
            ))}
            <path
                d={`${line}H${WIDTH - RIGHT}`}
                fill="none"
                strokeWidth="2"
                className="stroke-primary"
                vectorEffect="non-scaling-stroke"
            />
            {steps.map(
                ({ at, price, decision }) =>
                    decision && (
                        <circle
                            key={at}
                            cx={x(Date.parse(at))}
                            cy={y(price)}
                            r="4"
                            className="fill-primary stroke-background"
                        >
                            <title>
                                {formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })}: {money(price)}.{' '}
                                {decision.trace.fired.map(({ name }) => name).join(', ')}
                            </title>
                        </circle>
                    ),
            )}
        </svg>
    );
}
