#!/usr/bin/env node
/**
 * `npm run audit:dependencies`: asks the registry for known vulnerabilities in what package-lock.json names, and fails
 * for each from moderate up that `allowed-advisories.json` does not accept, and for each entry there that is out of
 * date. Without an answer nothing is known, and it says so; with --required that is a failure.
 *
 *   --required        an answer is needed
 *   --report FILE     reads what `npm audit --json` answered before
 *   --allowed FILE    another list
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.dirname(import.meta.dirname);
const COUNTS = new Set(['moderate', 'high', 'critical']);

const { values: options } = parseArgs({
    options: { required: { type: 'boolean' }, report: { type: 'string' }, allowed: { type: 'string' } },
});
const { allowed } = JSON.parse(
    readFileSync(options.allowed ?? path.join(import.meta.dirname, 'allowed-advisories.json'), 'utf8'),
);
const report = options.report ? readFileSync(options.report, 'utf8') : ask();
const advisories = advisoriesIn(report);
if (advisories) {
    judge(advisories);
} else {
    console.error(`Not audited: the registry gave no answer. ${firstLine(report)}`);
    process.exitCode = options.required ? 1 : 0;
}

function ask() {
    const { stdout } = spawnSync('npm', ['audit', '--json', '--package-lock-only'], {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
        timeout: 120_000,
        shell: process.platform === 'win32',
    });
    return stdout ?? '';
}

/** Each advisory once, or nothing where the text is no report. */
function advisoriesIn(text) {
    let parsed;
    try {
        parsed = JSON.parse(text);
    } catch {
        return undefined;
    }
    if (parsed?.auditReportVersion !== 2 || !parsed.vulnerabilities) {
        return undefined;
    }
    const found = new Map();
    for (const { via } of Object.values(parsed.vulnerabilities)) {
        for (const advisory of via.filter(one => typeof one === 'object')) {
            found.set(`${advisory.url} ${advisory.name}`, {
                id: advisory.url.split('/').at(-1),
                name: advisory.name,
                severity: advisory.severity,
                title: advisory.title,
            });
        }
    }
    return [...found.values()];
}

function judge(found) {
    const today = new Date().toISOString().slice(0, 10);
    const entryFor = ({ id, name }) => allowed.find(entry => entry.advisory === id && entry.package === name);
    const faults = [
        ...found
            .filter(advisory => COUNTS.has(advisory.severity) && !entryFor(advisory))
            .map(({ id, name, severity, title }) => `${severity}: ${name}, ${title} (${id})`),
        ...allowed.flatMap(entry => {
            const which = `${entry.advisory} of ${entry.package}`;
            if (!entry.reason || !/^\d{4}-\d\d-\d\d$/.test(entry.until ?? '')) {
                return [`The list allows ${which} without a reason or a date.`];
            }
            if (entry.until < today) {
                return [`The list allowed ${which} until ${entry.until}: read it again.`];
            }
            return found.some(advisory => entryFor(advisory) === entry)
                ? []
                : [`The list allows ${which}, which nothing has any more: take it out.`];
        }),
    ];
    faults.forEach(fault => console.error(fault));
    console.log(`${found.length} advisories, ${allowed.length} allowed, ${faults.length} to look at.`);
    process.exitCode = faults.length > 0 ? 1 : 0;
}

function firstLine(text) {
    try {
        return String(JSON.parse(text).message ?? '');
    } catch {
        return text.trim().split('\n')[0] ?? '';
    }
}
