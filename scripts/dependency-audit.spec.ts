import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(os.tmpdir(), 'efi-audit-'));

const ENTRY = { advisory: 'GHSA-a', package: 'tar', reason: 'Archives are our own.', until: '2999-01-01' };

/** What `npm audit --json` answers, as far as it is read. */
const report = (severity = 'high') => ({
    auditReportVersion: 2,
    vulnerabilities: {
        tar: {
            via: [
                {
                    name: 'tar',
                    severity,
                    title: 'Path traversal',
                    url: 'https://github.com/advisories/GHSA-a',
                },
            ],
        },
        'node-gyp': { via: ['tar'] },
    },
});

describe('the audit of dependencies', () => {
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each([
        ['passes without advisories', { ...report(), vulnerabilities: {} }, [], 0],
        ['fails for one that nobody accepted', report(), [], 1],
        ['passes for one that was accepted', report(), [ENTRY], 0],
        ['passes for a low one', report('low'), [], 0],
        ['fails for one accepted of another package', report(), [{ ...ENTRY, package: 'zip' }], 1],
        ['fails for one accepted without a reason', report(), [{ ...ENTRY, reason: '' }], 1],
        ['fails once the time of an acceptance is over', report(), [{ ...ENTRY, until: '2020-01-01' }], 1],
        ['fails for an acceptance of what is gone', { ...report(), vulnerabilities: {} }, [ENTRY], 1],
    ])('%s', (_, answer, allowed, status) => {
        expect(audit(JSON.stringify(answer), allowed).status).toBe(status);
    });

    it('says that nothing is known when the registry does not answer, and fails only where that is needed', () => {
        const answer = JSON.stringify({ message: '405 Method Not Allowed' });
        const { status, stderr } = audit(answer, []);
        expect(stderr).toContain('Not audited: the registry gave no answer. 405 Method Not Allowed');
        expect(status).toBe(0);
        expect(audit(answer, [], '--required').status).toBe(1);
        expect(audit('', [], '--required').status).toBe(1);
    });

    function audit(answer: string, allowed: unknown, ...more: string[]) {
        const [given, list] = [path.join(folder, 'report.json'), path.join(folder, 'allowed.json')];
        writeFileSync(given, answer);
        writeFileSync(list, JSON.stringify({ allowed }));
        const script = path.join(__dirname, 'dependency-audit.mjs');
        return spawnSync(process.execPath, [script, '--report', given, '--allowed', list, ...more], {
            encoding: 'utf8',
        });
    }
});
