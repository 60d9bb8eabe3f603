import { describe, expect, it } from 'vitest';
import { EXPORTED, exportHead, exportLine } from './export-lines';

const entry = {
    id: '7',
    at: new Date('2026-11-28T10:00:00Z'),
    action: 'updateProduct',
    before: { name: 'a "b", c' },
    client: '=HYPERLINK("http://evil.example")',
    secret: 'never told',
};

const cell = (line: string, name: (typeof EXPORTED)[number]) =>
    // No cell of these lines holds a line break, and quoted commas are put back together.
    (line.trimEnd().match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? []).map(part => part.replace(/,$/, ''))[
        EXPORTED.indexOf(name)
    ];

describe('exported entries', () => {
    it('are quoted as RFC 4180 has it', () => {
        const line = exportLine('csv', entry);
        expect(line.endsWith('\r\n')).toBe(true);
        expect(cell(line, 'at')).toBe('2026-11-28T10:00:00.000Z');
        expect(cell(line, 'before')).toBe('"{""name"":""a \\""b\\"", c""}"');
        expect(cell(line, 'after')).toBe('');
    });

    it('are no formulas in a spreadsheet', () => {
        expect(cell(exportLine('csv', entry), 'client')).toBe(`"'=HYPERLINK(""http://evil.example"")"`);
    });

    it('are one object a line as JSON, with every field', () => {
        const line = exportLine('jsonl', entry);
        expect(line.endsWith('}\n')).toBe(true);
        expect(Object.keys(JSON.parse(line) as object)).toEqual([...EXPORTED]);
        expect(line).not.toContain('never told');
    });

    it('begin with their names in a table only', () => {
        expect(exportHead('csv')).toMatch(/^id,at,class,.*\r\n$/);
        expect(exportHead('jsonl')).toBe('');
    });
});
