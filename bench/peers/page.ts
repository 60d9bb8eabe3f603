import type { Spread } from '../measuring/statistics';
import { NAMES, ONCE, ROWS } from './contender';
import { type Bar, plotOf } from './plot';
import { type OnceRow, type Ratio, type Row, rounded } from './report';
import type { Kept } from './results';

const HEAD = `# Side by side

What \`npm run bench\` measured: this platform, Vendure 3.7.3 as its installer leaves it, and Medusa 2.21.2, one server process each, in turn on
one machine, from one PostgreSQL that counts statements (\`pg_stat_statements\`) and otherwise has its defaults. The same catalogue is in all of
them, and answers are compared before anything is measured: word for word between those that speak Vendure's API (what a term finds without its order, since each
ranks by weights of its own), by their number with Medusa.

- **ours** is this platform with everything that it comes with, its response cache switched off (\`SHOP_CACHE_MB=0\`); **ours, cached** is the same with
  the cache as it comes. What is asked for is drawn by Zipf's law from up to 1,000 keys, and each second a merchant changes a price in the cached shop (in
  no other: its answers would stay in memory otherwise). An answer to each key is in its memory at the start; "from cache" says how many then came from there.
- **stock** has Vendure's default search, job queue, scheduler and asset server, and the dummy payment handler, which charges nobody. Ours charges its
  sandbox provider over HTTP, with fraud screening and order integrity on.
- **Medusa** is started by \`medusa start\` with \`NODE_ENV=production\`, telemetry and request logs off and its default modules: events, cache,
  locks and workflows in memory, no Redis, the system payment provider, the admin's pages not served. It is asked for the same fields, prices with tax
  included. Its facets have no counts, so it has no facet filter; it has no suggestions and no search index to build. "none" is where there is nothing to compare.
- **node http** and **Express** send the bytes of one list of products and do nothing else: nothing that answers over HTTP from Node is faster on
  that machine with that asker.
- Workers rest while something is measured, except the cached shop's, which has to follow what is written. Medusa's server does its worker's work.

Requests a second are medians of the rounds, in brackets the least and the most. Processor time is the server's own; statements, the time that PostgreSQL
spent on them and planning are per answer (per checkout, where that is measured). The asker runs on the same cores. Ratios are of the same round.

A run measures all of it, or a part, and each row stays until it is measured anew:

| variable | default | |
|---|---|---|
| \`BENCH_PRODUCTS\` | 10000 | in the catalogue; three times as many variants |
| \`BENCH_ROWS\` | all | divided by semicolons: ${[...ROWS, ...ONCE].join('; ')} |
| \`BENCH_PEERS\` | all | likewise: ${NAMES.join('; ')} |
| \`BENCH_CONNECTIONS\` | 1,10,50 | |
| \`BENCH_SECONDS\`, \`BENCH_ROUNDS\` | 5, 3 | of a turn; of each row |
| \`BENCH_IMPORTED\` | 1000 | products in the file of the row import |

Without the row reindex, stock's index is filled by SQL: its own indexer takes minutes. Medusa is installed once into a folder beside the system's temporary files.
`;

const TABLE = `| what | at once | who | answers/s | p50 ms | p95 ms | p99 ms | CPU ms | memory MiB | SQL statements | SQL ms | of it planning | from cache |
|---|---|---|---|---|---|---|---|---|---|---|---|---|`;

export interface Page {
    readonly markdown: string;
    /** By the names of the files beside the page. */
    readonly plots: Readonly<Record<string, string>>;
}

/** All that is kept, the largest catalogue first. */
export function pageOf(kept: readonly Kept[]): Page {
    const sizes = [...new Set(kept.map(({ products }) => products))].sort((a, b) => b - a);
    const parts = sizes.map(size =>
        partOf(
            size,
            kept.filter(({ products }) => products === size),
        ),
    );
    return {
        markdown: `${HEAD}${parts.map(({ markdown }) => markdown).join('')}`,
        plots: Object.fromEntries(parts.flatMap(({ file, plot }) => (plot ? [[file, plot]] : []))),
    };
}

function partOf(
    products: number,
    kept: readonly Kept[],
): { readonly markdown: string; readonly file: string; readonly plot?: string } {
    const order: readonly string[] = [...ROWS, ...ONCE];
    const sorted = [...kept].sort((a, b) => order.indexOf(a.row) - order.indexOf(b.row));
    const rows = sorted.filter((row): row is Kept & Row => 'lines' in row);
    const once = sorted.filter((row): row is Kept & OnceRow => 'timesFaster' in row);
    const file = `peers-${products}.svg`;
    const bars = barsOf(rows);
    const size = products.toLocaleString('en');
    return {
        file,
        ...(bars.length
            ? {
                  plot: plotOf(
                      `Times as many answers as stock, ${size} products`,
                      ['ours', 'ours, cached'],
                      bars,
                  ),
              }
            : {}),
        markdown: `
## ${size} products
${bars.length ? `\n![How many times as many answers as stock Vendure, at ten connections where that was measured](${file})\n` : ''}
${rows.length ? `${ratioTable(rows)}\n\n${TABLE}\n${rows.flatMap(linesOf).join('\n')}\n` : ''}${once.length ? `\n${onceTable(once)}\n` : ''}
${[...rows, ...once].map(circumstances).join('\n')}
`,
    };
}

/** At ten connections, or the most that were measured. */
function barsOf(rows: readonly Row[]): Bar[] {
    return rows.flatMap(({ row, ratios }) => {
        const toStock = ratios.filter(({ to }) => to === 'stock');
        const most = Math.max(...toStock.map(({ connections }) => connections));
        const level = toStock.some(({ connections }) => connections === 10) ? 10 : most;
        return toStock
            .filter(({ connections }) => connections === level)
            .map(({ of, times }) => ({ row, of, times: times.median }));
    });
}

function ratioTable(rows: readonly Row[]): string {
    const lines = rows.flatMap(({ row, ratios }) =>
        [...new Set(ratios.map(({ connections }) => connections))].map(level => {
            const cell = (of: string, to: string) => timesOf(ratios, of, to, level);
            return `| ${row} | ${level} | ${cell('ours', 'stock')} | ${cell('ours, cached', 'stock')} | ${cell('ours', 'Medusa')} | ${cell('ours, cached', 'Medusa')} |`;
        }),
    );
    return `| times as many a second | at once | ours to stock | ours, cached, to stock | ours to Medusa | ours, cached, to Medusa |
|---|---|---|---|---|---|
${lines.join('\n')}`;
}

function timesOf(ratios: readonly Ratio[], of: string, to: string, level: number): string {
    const ratio = ratios.find(each => each.of === of && each.to === to && each.connections === level);
    return ratio ? shown(ratio.times) : 'none';
}

function linesOf({ row, lines }: Row): string[] {
    return lines.map(line => {
        const cells = [line.p50Ms, line.p95Ms, line.p99Ms, line.processorMs, line.memoryMb];
        const sql = [line.statements, line.sqlMs, line.planningMs];
        const hits = line.contender === 'ours, cached' ? `${Math.round((line.hitShare ?? 0) * 100)} %` : '';
        return `| ${row} | ${line.connections} | ${line.contender} | ${shown(line.perSecond)} | ${[...cells, ...sql].map(value => value ?? '').join(' | ')} | ${hits} |`;
    });
}

function onceTable(rows: readonly OnceRow[]): string {
    const lines = rows.flatMap(({ row, amount, taken, timesFaster }) =>
        Object.entries(taken).map(
            ([name, time]) =>
                `| ${row}${row === 'cold start' ? '' : `, ${amount.toLocaleString('en')} products`} | ${name} | ${shown(time)} | ${timesFaster[name] ?? ''} |`,
        ),
    );
    return `| what | who | seconds | times ours |\n|---|---|---|---|\n${lines.join('\n')}`;
}

function circumstances({ row, machine, rounds, seconds }: Kept): string {
    return `- ${row}: ${rounds} rounds of ${seconds} s, ${machine.cpus} cores, Node ${machine.node}, load before the start ${machine.loadBefore.toFixed(1)}`;
}

function shown({ median, min, max }: Spread): string {
    return min === max ? String(median) : `${rounded(median)} (${rounded(min)} to ${rounded(max)})`;
}
