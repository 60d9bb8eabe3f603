import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Rule {
    readonly alert?: string;
    readonly record?: string;
    readonly expr: string;
    readonly labels?: { readonly severity?: string };
    readonly annotations?: { readonly summary?: string; readonly runbook?: string };
}
interface RuleFile {
    readonly groups: ReadonlyArray<{ readonly rules: readonly Rule[] }>;
}
interface TestFile {
    readonly rule_files: readonly string[];
    readonly tests: ReadonlyArray<{
        readonly alert_rule_test: ReadonlyArray<{
            readonly alertname: string;
            readonly exp_alerts: readonly unknown[];
        }>;
    }>;
}

const root = path.resolve(__dirname, '../..');
const files = readdirSync(__dirname).filter(name => name.endsWith('.rules.yaml'));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const sources = readdirSync(path.join(root, 'plugins'))
    .flatMap(plugin =>
        readdirSync(path.join(root, 'plugins', plugin, 'src'), { recursive: true, encoding: 'utf8' })
            .filter(file => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
            .map(file => read(path.join('plugins', plugin, 'src', file))),
    )
    .join('\n');

/** Kind and labels of a metric, as a plugin asks for it. */
function declared(metric: string): { kind: string; labels: string } | undefined {
    const found = new RegExp(
        `\\.(counter|gauge|histogram)\\(\\s*'${metric}',\\s*['"\`][^\\n]*?['"\`](?:,\\s*\\[([^\\]]*)\\])?`,
    ).exec(sources);
    return found ? { kind: found[1] ?? '', labels: found[2] ?? '' } : undefined;
}

/** As GitHub makes them of headings. */
function anchorsOf(markdown: string): string[] {
    return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
        heading
            .toLowerCase()
            .replaceAll(/[^\w\s-]/g, '')
            .replaceAll(' ', '-'),
    );
}

describe.each(files)('%s', file => {
    const { groups } = parse(read(`infra/monitoring/${file}`)) as RuleFile;
    const rules = groups.flatMap(group => group.rules);
    const alerts = rules.filter(rule => rule.alert !== undefined);
    const tests = parse(read(`infra/monitoring/${file.replace('.yaml', '.test.yaml')}`)) as TestFile;

    it('asks for metrics and labels that a plugin has', () => {
        const recorded = rules.flatMap(({ record }) => record ?? []);
        for (const { expr } of rules) {
            for (const [, name = '', matchers = ''] of expr.matchAll(/\b(efi_[\w:]+)(?:\{([^}]*)\})?/g)) {
                if (recorded.includes(name)) {
                    continue;
                }
                const base = name.replace(/_(bucket|count)$/, '');
                const metric = declared(base);
                expect(metric, name).toBeDefined();
                expect(metric?.kind === 'histogram', name).toBe(base !== name);
                expect(metric?.kind === 'counter', name).toBe(name.endsWith('_total'));
                for (const [, label] of matchers.matchAll(/(\w+)\s*=~?/g)) {
                    expect(metric?.labels, `${name}{${label}}`).toContain(`'${label}'`);
                }
            }
        }
    });

    it.each(alerts.map(alert => [alert.alert, alert] as const))(
        '%s says who has to look, what is wrong, and what to do',
        (_name, { labels, annotations }) => {
            expect(labels?.severity).toMatch(/^(page|ticket)$/);
            expect(annotations?.summary).toContain('{{ $value');
            const [book = '', anchor = ''] = annotations?.runbook?.split('#') ?? [];
            expect(anchorsOf(read(book))).toContain(anchor);
        },
    );

    it.each(alerts.map(({ alert }) => alert))('%s is tested raised and not raised', alert => {
        expect(tests.rule_files).toContain(file);
        const cases = tests.tests
            .flatMap(test => test.alert_rule_test)
            .filter(({ alertname }) => alertname === alert);
        expect(new Set(cases.map(({ exp_alerts: raised }) => raised.length > 0))).toEqual(
            new Set([true, false]),
        );
    });
});
