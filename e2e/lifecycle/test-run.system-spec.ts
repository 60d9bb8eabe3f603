import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

const kit = path.resolve(__dirname, '../../plugins/plugin-kit/dist/testing/test-postgres.js');

it('a run that had a PostgreSQL of its own keeps the exit code of its failed tests', () => {
    const run = `require(${JSON.stringify(kit)}).startTestPostgres()
        .then(postgres => postgres.stop())
        .then(() => { process.exitCode = 3; });`;
    expect(spawnSync(process.execPath, ['-e', run]).status).toBe(3);
});
