import { validate } from 'dockerfile-utils';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import serverFlags from '../../src/launcher/server-flags.json';
import { copies, execForm, instructions, lineage, parseStages, type Stage } from './dockerfile-model';

const root = path.resolve(__dirname, '../..');
const text = readFileSync(path.join(__dirname, 'Dockerfile'), 'utf8');
const stages = parseStages(text);
/** Files of the repository, those about to be committed too. */
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
}).split('\n');
const images = ['server', 'worker', 'storefront'];

/** What is not in Git but in the `build` stage, the command that makes it, and the file that says so. */
const products = [
    { path: 'node_modules', command: 'npm ci', because: ['package-lock.json', '"lockfileVersion"'] },
    { path: 'dist', command: 'npm run build', because: ['tsconfig.json', '"outDir": "./dist"'] },
    {
        path: 'storefront/.next/standalone',
        command: 'npm run build -w storefront',
        because: ['storefront/next.config.ts', "output: 'standalone'"],
    },
] as const;

/** What the commands of the images start, and the source that it is made of. */
const programs: Record<string, string> = {
    'dist/src/index.js': 'src/index.ts',
    'dist/src/index-worker.js': 'src/index-worker.ts',
    'storefront/server.js': 'storefront/next.config.ts',
    'healthcheck.mjs': 'infra/docker/healthcheck.mjs',
};

function isTracked(name: string): boolean {
    return tracked.some(file => file === name || file.startsWith(`${name}/`));
}

function shellCommands(stage: string): string[] {
    return instructions(stages, stage, 'RUN').flatMap(run =>
        (run.getArgumentsContent() ?? '')
            .split('&&')
            .map(command => command.replace(/--mount=\S+/, '').trim()),
    );
}

/** The last of what the stage and those below it say, in exec form. */
function lastInstruction(stage: string, keyword: string): string[] | undefined {
    const last = instructions(stages, stage, keyword).at(-1);
    return last && execForm(last);
}

describe('infra/docker/Dockerfile', () => {
    it('passes the linter', () => {
        expect(validate(text).map(({ message, range }) => ({ message, line: range.start.line + 1 }))).toEqual(
            [],
        );
    });

    it('has an image for the server, the worker and the storefront', () => {
        expect(stages.map(stage => stage.name)).toEqual(expect.arrayContaining(images));
    });

    it('pins the major version of every base image', () => {
        const bases = stages
            .map(stage => stage.base)
            .filter(base => !stages.some(stage => stage.name === base));
        expect(bases.length).toBeGreaterThan(0);
        for (const base of bases) {
            expect(base).toMatch(/^[\w./-]+:\d[\w.-]*$/);
        }
    });

    it.each(stages.flatMap((stage: Stage) => copies(stage).map(copy => ({ ...copy, stage: stage.name }))))(
        'copies $source from $from into $stage, where it is',
        ({ from, source }) => {
            if (from === undefined) {
                expect(source === '.' || isTracked(source)).toBe(true);
                return;
            }
            const name = path.posix.relative('/app', source);
            const product = products.find(candidate => candidate.path === name);
            if (!product) {
                expect(isTracked(name)).toBe(true);
                return;
            }
            const [file, said] = product.because;
            expect(shellCommands(from)).toContain(product.command);
            expect(readFileSync(path.join(root, file), 'utf8')).toContain(said);
        },
    );

    it.each(shellCommands('production').filter(command => command.startsWith('npm run')))(
        'runs the script of "%s", which is there',
        command => {
            const [, script, workspace] = /^npm run (\S+)(?: -w (\S+))?$/.exec(command) ?? [];
            const manifest = path.join(root, workspace ?? '.', 'package.json');
            const { scripts } = JSON.parse(readFileSync(manifest, 'utf8')) as {
                scripts: Record<string, string>;
            };
            expect(Object.keys(scripts)).toContain(script);
        },
    );

    it('starts the server as it starts elsewhere', () => {
        expect(lastInstruction('server', 'CMD')).toEqual(['node', ...serverFlags, 'dist/src/index.js']);
    });

    describe.each(images)('the image %s', image => {
        it('runs as a user by number that is not root', () => {
            const user = instructions(stages, image, 'USER').at(-1)?.getArgumentsContent();
            expect(user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
        });

        it('is in production mode', () => {
            const env = instructions(stages, image, 'ENV').map(line => line.getArgumentsContent());
            expect(env.join(' ')).toContain('NODE_ENV=production');
        });

        it.each(['CMD', 'HEALTHCHECK'])(
            'has a %s in exec form that starts a program which is there',
            keyword => {
                const [program, ...words] = lastInstruction(image, keyword) ?? [];
                expect(program).toBe('node');
                const file = words.find(word => !word.startsWith('--'));
                const source = programs[file ?? ''];
                expect(source && existsSync(path.join(root, source))).toBe(true);
            },
        );

        it('takes nothing of what only development needs', () => {
            const fromBuild = lineage(stages, image)
                .flatMap(copies)
                .filter(copy => copy.from === 'build');
            expect(fromBuild.every(copy => copy.source.startsWith('/app/storefront/'))).toBe(true);
        });

        it('says what it is', () => {
            const labels = instructions(stages, image, 'LABEL')
                .map(line => line.getArgumentsContent())
                .join(' ');
            for (const label of ['title', 'description', 'licenses', 'version', 'revision']) {
                expect(labels).toContain(`org.opencontainers.image.${label}=`);
            }
        });
    });

    it('keeps secrets and what Git does not know out of the build', () => {
        const ignored = readFileSync(path.join(__dirname, 'Dockerfile.dockerignore'), 'utf8').split('\n');
        expect(ignored).toEqual(
            expect.arrayContaining(['.git', '**/.env', '**/.env.*', '**/node_modules', '**/dist', '.data']),
        );
    });
});
