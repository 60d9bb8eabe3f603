import { stringify } from 'csv-stringify/sync';
import { strToU8, zipSync } from 'fflate';
import type { PersonalPart, PersonalRow } from './personal-parts';

/** What was found of a person in one part; nothing where it could not be read. */
export interface ExportedPart {
    readonly part: PersonalPart;
    readonly rows: readonly PersonalRow[] | undefined;
}

/**
 * A zip with `summary.html` for people, `data.json` for programs, and a CSV file for each part that has rows.
 *
 * @param madeAt - Shown in the summary.
 */
export function exportFile(parts: readonly ExportedPart[], madeAt: Date): Uint8Array {
    const filled = parts.filter(({ rows }) => rows?.length);
    const files: Record<string, Uint8Array> = {
        'summary.html': strToU8(summary(parts, madeAt)),
        'data.json': strToU8(
            JSON.stringify(Object.fromEntries(filled.map(({ part, rows }) => [part.part, rows])), null, 2),
        ),
    };
    for (const { part, rows } of filled) {
        files[`csv/${part.part.replace(/\W+/g, '-')}.csv`] = strToU8(csv(rows ?? []));
    }
    return zipSync(files);
}

function csv(rows: readonly PersonalRow[]): string {
    // A cell that begins like a formula must not become one in a spreadsheet.
    return stringify([...rows], { header: true, bom: true, escape_formulas: true });
}

function summary(parts: readonly ExportedPart[], madeAt: Date): string {
    const sections = parts.filter(({ rows }) => rows === undefined || rows.length).map(section);
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Your data</title><style>
body { font-family: sans-serif; line-height: 1.5; max-width: 70ch; margin: 2rem auto; padding: 0 1rem }
td, th { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0; overflow-wrap: anywhere }
</style></head><body>
<h1>Your data</h1>
<p>All that the shop keeps of you, as it was on ${madeAt.toISOString().slice(0, 16).replace('T', ' ')} UTC. The same is in <code>data.json</code> and in the folder <code>csv</code>.</p>
${sections.join('\n')}
</body></html>
`;
}

function section({ part, rows }: ExportedPart): string {
    const facts = `<p>Purpose: ${html(part.purpose)}. Legal basis: ${html(part.basis)}. Kept: ${html(part.retention)}.</p>`;
    const title = `<h2>${html(part.holds)}</h2>\n${facts}`;
    if (!rows) {
        return `${title}\n<p><strong>It could not be read. The shop tries again, and you get a new file.</strong></p>`;
    }
    const tables = rows.map(row => {
        const lines = Object.entries(part.columns)
            .filter(([column]) => row[column] !== null && row[column] !== undefined && row[column] !== '')
            .map(([column, says]) => `<tr><th>${html(says)}</th><td>${html(cell(row[column]))}</td></tr>`);
        return `<table>${lines.join('')}</table>`;
    });
    return `${title}\n${tables.join('<hr>\n')}`;
}

function cell(value: unknown): string {
    return typeof value === 'string' ? value : JSON.stringify(value);
}

function html(text: string): string {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;');
}
