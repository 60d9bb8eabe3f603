import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { explain, LaunchError } from './launch-error.mjs';
import { npmCommand } from './install.mjs';
import { buildIfStale, installIfNeeded } from './prepare-code.mjs';
import { ProcessRegistry } from './process-registry.mjs';
import { duration, Progress } from './progress.mjs';
import { projectRoot } from './settings.mjs';
import { summaryTable } from './summary.mjs';

/**
 * @typedef {object} StepResult
 * @property {string} name
 * @property {boolean} ok
 * @property {number} tookMs
 */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} args - Of npm.
 * @property {boolean} [onDemand] - Whether it needs more than what npm brings, and runs when it is asked for.
 */

/**
 * Every test, in the order in which they are taken up. Cheap faults come first; of the rest the long ones do, so that
 * the lanes end at about the same time, and what works the processor runs beside what mostly waits.
 *
 * @type {readonly Step[]}
 */
const STEPS = [
    { name: 'static checks', args: ['run', 'verify:static'] },
    { name: 'unit and integration', args: vitest('unit', 'integration').concat('--coverage') },
    { name: 'system', args: vitest('system') },
    { name: 'journeys', args: vitest('journeys*') },
    { name: 'services', args: ['run', 'test:services'], onDemand: true },
    { name: 'launcher', args: vitest('launcher') },
];

/** Steps at the same time: while one waits for processes to start, to die and to recover, another works. */
const LANES = 2;

/** Words of the command line that are no step. */
const FLAGS = ['--services', '--no-coverage'];

/** @param {string[]} projects */
function vitest(...projects) {
    return ['exec', '--', 'vitest', 'run', ...projects.flatMap(name => ['--project', name])];
}

/**
 * Runs `npm test` and ends the process: with 0 when everything passed, else with 1.
 *
 * @param {readonly string[]} words - From the command line: names of steps, or none for all that need nothing but npm;
 * `--services` adds those that need real services, `--no-coverage` leaves the coverage uncounted.
 */
export async function runTests(words) {
    const names = words.filter(word => !FLAGS.includes(word));
    const unknown = names.filter(name => !STEPS.some(step => step.name === name));
    if (unknown.length > 0) {
        const known = STEPS.map(step => step.name).join(', ');
        process.stderr.write(`There is no step "${unknown[0]}". Known are: ${known}.\n`);
        process.exit(1);
    }
    const withServices = words.includes('--services');
    const wanted = STEPS.filter(({ name, onDemand }) =>
        names.length === 0 ? withServices || !onDemand : names.includes(name),
    ).map(step => (words.includes('--no-coverage') ? withoutCoverage(step) : step));
    const results = [await timed('install and build', prepare)];
    if (results[0]?.ok) {
        results.push(...(await runSteps(wanted)));
    }
    process.stdout.write(`\n${report(results)}\n`);
    process.exit(results.every(result => result.ok) ? 0 : 1);
}

/**
 * @param {Step} step
 * @returns {Step}
 */
function withoutCoverage(step) {
    return { ...step, args: step.args.filter(word => word !== '--coverage') };
}

async function prepare() {
    const logs = path.join(projectRoot, '.data/logs');
    const run = path.join(projectRoot, '.data/run');
    [logs, run].forEach(folder => mkdirSync(folder, { recursive: true }));
    const registry = new ProcessRegistry(path.join(run, 'test-processes.json'));
    await registry.endOrphans();
    const context = { registry, logs, progress: new Progress(process.stdout, process.env) };
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.once(signal, () => {
            registry.killAll();
            process.exit(130);
        });
    }
    await installIfNeeded(context);
    await buildIfStale(context);
}

/**
 * Each lane takes up the next step as soon as it is free.
 *
 * @param {readonly Step[]} steps
 */
async function runSteps(steps) {
    const waiting = [...steps];
    /** @type {StepResult[]} */
    const results = [];
    const lane = async () => {
        for (let step = waiting.shift(); step; step = waiting.shift()) {
            const { name, args } = step;
            results.push(await timed(name, () => runNpm(name, args)));
        }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return results;
}

/**
 * Runs npm and prints what it said when it has ended, so that two lanes do not mix their lines.
 *
 * @param {string} name
 * @param {readonly string[]} npmArgs
 */
async function runNpm(name, npmArgs) {
    const { command, args } = npmCommand(process.env, npmArgs);
    const child = spawn(command, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] });
    /** @type {Buffer[]} */
    const output = [];
    child.stdout.on('data', chunk => output.push(chunk));
    child.stderr.on('data', chunk => output.push(chunk));
    const [code, signal] = await once(child, 'close');
    process.stdout.write(`\n── ${name} ──\n${Buffer.concat(output).toString()}`);
    if (code !== 0) {
        throw new LaunchError(`ended with ${signal ?? `code ${code}`}`);
    }
}

/**
 * @param {string} name
 * @param {() => Promise<void>} work
 * @returns {Promise<StepResult>}
 */
async function timed(name, work) {
    process.stdout.write(`… ${name}\n`);
    const begun = Date.now();
    try {
        await work();
        return { name, ok: true, tookMs: Date.now() - begun };
    } catch (error) {
        process.stderr.write(`${name}: ${explain(error).replace("Can't start: ", '')}\n`);
        return { name, ok: false, tookMs: Date.now() - begun };
    }
}

/** @param {readonly StepResult[]} results */
function report(results) {
    return summaryTable([
        {
            heading: 'Steps',
            rows: results.map(({ name, ok, tookMs }) => ({
                name,
                value: `${ok ? 'passed' : 'FAILED'}  ${duration(tookMs)}`,
            })),
        },
        { heading: 'Coverage', rows: coverage() },
        { heading: 'Left out', rows: leftOut(results) },
    ]);
}

function coverage() {
    const file = path.join(projectRoot, 'coverage/coverage-summary.json');
    if (!existsSync(file)) {
        return [];
    }
    /** @type {{ total: Record<string, { pct: number }> }} */
    const { total } = JSON.parse(readFileSync(file, 'utf8'));
    return ['lines', 'branches', 'functions'].map(name => ({ name, value: `${total[name]?.pct ?? 0} %` }));
}

/**
 * What could not run here and why, so that nobody takes it for passed.
 *
 * @param {readonly StepResult[]} results
 */
function leftOut(results) {
    const rows = [
        { name: 'container images', value: 'checked as text only: they need a Docker engine to build' },
    ];
    if (!results.some(({ name }) => name === 'services')) {
        rows.unshift({ name: 'real services', value: 'Redis, OpenSearch and others: npm run test:services' });
    }
    if (process.platform !== 'linux') {
        rows.push({ name: 'launcher', value: 'what asks /proc about processes: Linux only' });
    }
    if (process.getuid?.() !== 0) {
        rows.push({ name: 'launcher', value: 'starting as root, full and read-only disks: run as root' });
    }
    return rows;
}
