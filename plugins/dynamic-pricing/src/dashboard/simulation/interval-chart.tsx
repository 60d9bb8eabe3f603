import type { Interval } from './simulation.graphql';

const WIDTH = 320;
const ROW = 52;
const PADDING = 10;

/** Means as dots, with a line to where they may lie. The words beside each say the same. */
export function IntervalChart({
    label,
    rows,
    text,
}: {
    label: string;
    rows: readonly { readonly name: string; readonly interval: Interval }[];
    text: (value: number) => string;
}) {
    const lows = rows.map(({ interval }) => interval.low);
    const highs = rows.map(({ interval }) => interval.high);
    const [low, high] = [Math.min(...lows), Math.max(...highs)];
    const span = high - low || 1;
    const x = (value: number) => PADDING + ((value - low) / span) * (WIDTH - 2 * PADDING);
    return (
        <svg
            viewBox={`0 0 ${WIDTH} ${ROW * rows.length}`}
            role="img"
            aria-label={`${label}. ${rows.map(({ name, interval }) => `${name}: ${text(interval.mean)}`).join('. ')}`}
            className="w-full max-w-md"
        >
            {rows.map(({ name, interval }, at) => (
                <g key={name} transform={`translate(0 ${at * ROW})`} className="text-muted-foreground">
                    <text x={PADDING} y="14" fontSize="12" fill="currentColor">
                        {name}
                    </text>
                    <text
                        x={WIDTH - PADDING}
                        y="14"
                        fontSize="12"
                        textAnchor="end"
                        fill="currentColor"
                        className="tabular-nums"
                    >
                        {text(interval.mean)}
                    </text>
                    <line
                        x1={x(interval.low)}
                        x2={x(interval.high)}
                        y1="32"
                        y2="32"
                        strokeWidth="4"
                        strokeLinecap="round"
                        className="stroke-primary/40"
                    />
                    <circle cx={x(interval.mean)} cy="32" r="6" className="fill-primary" />
                </g>
            ))}
        </svg>
    );
}
