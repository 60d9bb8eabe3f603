import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.dirname(__dirname);
const run = promisify(execFile);

/** Wrong imports, and the rule that must catch each. */
const wrong = [
    ['plugins/a/src/domain/score.ts', `import 'node:fs';`, 'domain-is-pure'],
    ['plugins/a/src/domain/clock.ts', `import '../application/use-case';`, 'domain-is-pure'],
    [
        'plugins/a/src/application/use-case.ts',
        `import '../infrastructure/table';`,
        'application-knows-ports-only',
    ],
    ['plugins/a/src/infrastructure/table.ts', `import '../api/resolver';`, 'infrastructure-below-api'],
    ['plugins/a/src/peek.ts', `import '../../b/src/inner';`, 'plugins-by-their-entry'],
    ['plugins/a/src/upwards.ts', `import '../../../src/env';`, 'plugins-know-no-application'],
    ['src/peek.ts', `import '../plugins/b/src/inner';`, 'application-uses-plugin-entries'],
    ['src/one.ts', `import './two';`, 'no-cycle'],
    ['storefront/src/lib/client.ts', `import '../../../src/env';`, 'storefront-talks-graphql-only'],
    ['storefront/src/lib/up.ts', `import '../features/cart/cart';`, 'storefront-lib-is-the-bottom'],
    [
        'storefront/src/components/card.ts',
        `import '../features/cart/cart';`,
        'storefront-components-below-features',
    ],
    ['storefront/src/features/checkout/step.ts', `import '../cart/cart';`, 'storefront-features-apart'],
] as const;

const right = [
    ['plugins/a/src/api/resolver.ts', `import '../domain/pure'; import '../../../b/src/index';`],
    ['plugins/a/src/domain/pure.ts', `export const one = 1;`],
    ['plugins/b/src/index.ts', `import './inner';`],
    ['plugins/b/src/inner.ts', `export const two = 2;`],
    ['src/env.ts', `import '../plugins/b/src/index';`],
    ['src/two.ts', `import './one';`],
    ['storefront/src/features/cart/cart.ts', `import '../../components/button';`],
    ['storefront/src/components/button.ts', `export const button = 1;`],
] as const;

describe('dependency rules', () => {
    let folder: string;
    let violations: { from: string; rule: { name: string } }[];

    beforeAll(async () => {
        folder = await mkdtemp(path.join(os.tmpdir(), 'efi-rules-'));
        await writeFile(path.join(folder, 'tsconfig.json'), '{}');
        for (const [file, text] of [...wrong, ...right]) {
            await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
            await writeFile(path.join(folder, file), `${text}\nexport {};\n`);
        }
        violations = await cruise(folder);
    }, 30_000);

    afterAll(() => rm(folder, { recursive: true, force: true }));

    it.each(wrong)('stop %s from containing: %s', (file, _text, rule) => {
        expect(violations.filter(found => found.from === file).map(found => found.rule.name)).toContain(rule);
    });

    it('let right imports pass', () => {
        const files: readonly string[] = right.map(([file]) => file).filter(file => file !== 'src/two.ts');
        expect(violations.filter(found => files.includes(found.from))).toEqual([]);
    });
});

async function cruise(cwd: string): Promise<{ from: string; rule: { name: string } }[]> {
    const bin = path.join(root, 'node_modules/.bin/depcruise');
    const config = path.join(root, '.dependency-cruiser.cjs');
    // The exit code is the number of violations; the report is on standard output all the same.
    const { stdout } = await run(
        bin,
        ['--config', config, '--output-type', 'json', 'src', 'plugins', 'storefront'],
        {
            cwd,
            maxBuffer: 1e8,
        },
    ).catch((error: { stdout: string }) => error);
    return (JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } })
        .summary.violations;
}
