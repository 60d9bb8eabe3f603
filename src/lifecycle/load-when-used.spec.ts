import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadWhenUsed } from './load-when-used';

describe('loadWhenUsed', () => {
    let folder: string;
    let asker: string;
    let ask: NodeJS.Require;

    beforeEach(async () => {
        folder = await mkdtemp(path.join(os.tmpdir(), 'efi-load-when-used-'));
        asker = path.join(folder, 'index.js');
        ask = createRequire(asker);
    });

    afterEach(() => rm(folder, { recursive: true }));

    async function install(library: string, code: string): Promise<void> {
        const own = path.join(folder, 'node_modules', library);
        await mkdir(own, { recursive: true });
        await writeFile(path.join(own, 'index.js'), code);
    }

    /** As TypeScript compiles a default import. */
    function defaultOf(library: object): unknown {
        return ('__esModule' in library ? library : { default: library })['default' as never];
    }

    it('loads a library when something of it is used, and once', async () => {
        await install(
            'counted',
            `exports.loads = (globalThis.efiLoads ?? 0) + 1; globalThis.efiLoads = exports.loads;`,
        );
        loadWhenUsed('counted', asker);
        const library = ask('counted') as { loads: number };
        expect(globalThis).not.toHaveProperty('efiLoads');
        expect([library.loads, library.loads, (ask('counted') as typeof library).loads]).toEqual([1, 1, 1]);
        Reflect.deleteProperty(globalThis, 'efiLoads');
    });

    it('stands in for a function, and for a class that is derived from', async () => {
        await install('double', 'module.exports = n => n * 2;');
        await install('named', 'module.exports = class Named { constructor(name) { this.name = name; } };');
        loadWhenUsed('double', asker);
        loadWhenUsed('named', asker);
        const double = ask('double') as (n: number) => number;
        const Named = ask('named') as new (name: string) => { name: string };
        class Derived extends Named {}
        expect(double(2)).toBe(4);
        expect(new Derived('one').name).toBe('one');
        expect(new Derived('one')).toBeInstanceOf(Named);
    });

    it('gives the default import of ES modules and of others', async () => {
        await install('plain', 'module.exports = () => "plain";');
        await install('compiled', 'exports.__esModule = true; exports.default = () => "compiled";');
        for (const library of ['plain', 'compiled']) {
            loadWhenUsed(library, asker);
            const its = defaultOf(ask(library) as object) as () => string;
            expect(its()).toBe(library);
        }
    });

    it('lists what the library has', async () => {
        await install('listed', 'exports.one = 1; exports.two = 2;');
        loadWhenUsed('listed', asker);
        const library = ask('listed') as object;
        expect(Object.keys(library)).toEqual(['one', 'two']);
        expect('two' in library).toBe(true);
    });

    it('leaves alone what is loaded already', async () => {
        await install('early', 'exports.early = true;');
        const library = ask('early') as unknown;
        loadWhenUsed('early', asker);
        expect(ask('early')).toBe(library);
    });

    it('says at once that a library is not installed', () => {
        expect(() => loadWhenUsed('missing', asker)).toThrow("Cannot find module 'missing'");
    });
});
