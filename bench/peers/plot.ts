/** One row of the plot. */
export interface Bar {
    readonly row: string;
    readonly of: string;
    /** How many times as many answers as who it is compared with. */
    readonly times: number;
}

const LEFT = 190;
const WIDTH = 760;
const RIGHT = 60;
const BAR = 14;
const GAP = 10;
const TOP = 56;

/** Both by the reader's own choice of light or dark, and told apart without colour by their order. */
const STYLE = `
    svg { font: 13px system-ui, sans-serif; }
    text { fill: #1f2328; } .faint { fill: #59636e; } .grid { stroke: #d1d9e0; } .one { stroke: #59636e; }
    .a { fill: #0969da; } .b { fill: #8250df; } .back { fill: #ffffff; }
    @media (prefers-color-scheme: dark) {
        text { fill: #f0f6fc; } .faint { fill: #9198a1; } .grid { stroke: #3d444d; } .one { stroke: #9198a1; }
        .a { fill: #4493f8; } .b { fill: #ab7df8; } .back { fill: #0d1117; }
    }`;

/**
 * Horizontal bars on a logarithmic scale, so that as much faster is as far from one as as much slower.
 *
 * @param series - Names in the order of their bars, two at most.
 */
export function plotOf(title: string, series: readonly string[], bars: readonly Bar[]): string {
    const rows = [...new Set(bars.map(({ row }) => row))];
    const least = Math.min(1, ...bars.map(({ times }) => times));
    const most = Math.max(10, ...bars.map(({ times }) => times));
    const low = Math.floor(Math.log10(least));
    const high = Math.ceil(Math.log10(most));
    const x = (times: number) => LEFT + ((Math.log10(times) - low) / (high - low)) * (WIDTH - LEFT - RIGHT);
    const rowHeight = series.length * BAR + GAP;
    const bottom = TOP + rows.length * rowHeight;
    const grid = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)).map(
        times =>
            `<line class="${times === 1 ? 'one' : 'grid'}" x1="${at(x(times))}" x2="${at(x(times))}" y1="${TOP - 6}" y2="${bottom}"/>` +
            `<text class="faint" x="${at(x(times))}" y="${bottom + 18}" text-anchor="middle">${times.toLocaleString('en')} ×</text>`,
    );
    const drawn = bars.map(({ row, of, times }) => {
        const place = series.indexOf(of);
        const y = TOP + rows.indexOf(row) * rowHeight + place * BAR;
        const [from, to] = times >= 1 ? [x(1), x(times)] : [x(times), x(1)];
        return (
            `<rect class="${place === 0 ? 'a' : 'b'}" x="${at(from)}" y="${y}" width="${at(Math.max(1, to - from))}" height="${BAR - 2}" rx="2"/>` +
            `<text x="${at(to + 5)}" y="${y + BAR - 4}" font-size="11">${shown(times)}</text>`
        );
    });
    const labels = rows.map(
        (row, index) =>
            `<text x="${LEFT - 12}" y="${at(TOP + index * rowHeight + (series.length * BAR) / 2 + 4)}" text-anchor="end">${escaped(row)}</text>`,
    );
    const legend = series.map(
        (name, index) =>
            `<rect class="${index === 0 ? 'a' : 'b'}" x="${LEFT + index * 170}" y="30" width="12" height="12" rx="2"/>` +
            `<text x="${LEFT + 18 + index * 170}" y="40">${escaped(name)}</text>`,
    );
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${bottom + 28}" role="img" aria-label="${escaped(title)}">
<style>${STYLE}
</style>
<rect class="back" width="100%" height="100%"/>
<text x="${LEFT}" y="18" font-weight="600">${escaped(title)}</text>
${[...legend, ...grid, ...drawn, ...labels].join('\n')}
</svg>
`;
}

const at = (value: number) => value.toFixed(1);

function shown(times: number): string {
    return `${times >= 10 ? Math.round(times).toLocaleString('en') : Number(times.toPrecision(2))} ×`;
}

function escaped(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
