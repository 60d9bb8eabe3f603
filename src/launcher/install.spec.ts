import { describe, expect, it } from 'vitest';
import { differs, npmCommand } from './install.mjs';

const wanted = {
    packages: {
        '': {},
        'plugins/x': { version: '0.1.0' },
        'node_modules/a': { version: '1.0.0' },
        'node_modules/for-another-system': { version: '1.0.0', optional: true },
    },
};

describe('differs', () => {
    it('accepts a tree that lacks only optional packages', () => {
        expect(differs(wanted, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(false);
    });

    it.each([
        ['a package is missing', {}],
        ['a package has another version', { 'node_modules/a': { version: '1.0.1' } }],
    ])('says so when %s', (_, packages) => {
        expect(differs(wanted, { packages })).toBe(true);
    });
});

describe('npmCommand', () => {
    it('runs the npm that started us, or the one in the path', () => {
        expect(npmCommand({ npm_execpath: '/x/npm-cli.js' }, ['ci'])).toEqual({
            command: process.execPath,
            args: ['/x/npm-cli.js', 'ci'],
        });
        expect(npmCommand({}, ['ci'])).toEqual({ command: 'npm', args: ['ci'] });
    });
});
