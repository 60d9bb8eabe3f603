import { readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import swc from 'unplugin-swc';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

/** Tests run against the plugins' sources, so that a test never sees a stale build. */
const alias = readdirSync(path.join(root, 'plugins')).flatMap(name => [
    {
        find: new RegExp(`^@efi/${pluginPackage(name)}$`),
        replacement: path.join(root, 'plugins', name, 'src/index.ts'),
    },
    {
        find: new RegExp(`^@efi/${pluginPackage(name)}/testing$`),
        replacement: path.join(root, 'plugins', name, 'src/testing/index.ts'),
    },
]);

/** The storefront's own name for its sources. */
const storefrontAlias = { find: /^@\//, replacement: `${path.join(root, 'storefront/src')}/` };

function pluginPackage(folder: string): string {
    return folder === 'plugin-kit' ? folder : `${folder}-plugin`;
}

const plugins = [
    // Nest reads constructor types from decorator metadata, which esbuild does not write.
    swc.vite({
        jsc: {
            target: 'es2022',
            parser: { syntax: 'typescript', decorators: true },
            transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
    }),
];

const postgres = 'plugins/plugin-kit/src/testing/vitest-postgres.ts';

const folders = '{src,migrations,plugins,admin-ui-extensions}';

/** Where CI collects what each run counted. */
const results = process.env.EFI_TEST_RESULTS;

/** Of what is waited for until it is so: against what never comes. How busy the machine is decides nothing. */
const patient = { poll: { timeout: 15_000 } };

const journeys = {
    expect: patient,
    globalSetup: ['e2e/support/journeys-setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
};

/** Long ones of shoppers who neither change the shop for others nor count what it has left. */
const journeysSideBySide = [
    'accessibility',
    'untranslated',
    'slow-scripts',
    'saved-addresses',
    'company',
    'account',
].map(name => `e2e/journeys/${name}.journey.ts`);

export default defineConfig({
    test: {
        // In full, as far as anybody reads: CI shows the first line of what failed, and no more.
        chaiConfig: { truncateThreshold: 600 },
        // Two at least: servers wait more than they work, for locks, leases and time-outs.
        maxWorkers: Math.max(2, os.availableParallelism() - 1),
        reporters: results
            ? ['default', ['json', { outputFile: path.join(results, `${process.pid}.json`) }]]
            : ['default'],
        coverage: {
            provider: 'v8',
            include: [
                'src/**/*.ts',
                'migrations/**/*.ts',
                'plugins/*/src/**/*.ts',
                'admin-ui-extensions/src/**/*.ts',
            ],
            exclude: ['**/*.spec.ts', '**/*.e2e-spec.ts', '**/dashboard/**'],
            reporter: ['text-summary', 'json-summary', 'html'],
        },
        projects: [
            {
                plugins,
                resolve: { alias: [...alias, storefrontAlias] },
                test: {
                    name: 'unit',
                    expect: patient,
                    include: [
                        `${folders}/**/*.spec.ts`,
                        'storefront/src/**/*.spec.ts',
                        'scripts/**/*.spec.ts',
                        'infra/**/*.spec.ts',
                        'bench/**/*.spec.ts',
                    ],
                    exclude: ['**/node_modules/**', '**/dist/**'],
                    // What they load is loaded once for all: none of it keeps anything from test to test.
                    isolate: false,
                    // Against what hangs: some train models, beside whatever else the machine has to do.
                    testTimeout: 30_000,
                },
            },
            {
                plugins,
                resolve: { alias },
                test: {
                    name: 'integration',
                    expect: patient,
                    include: [`${folders}/**/*.e2e-spec.ts`],
                    exclude: ['**/node_modules/**', '**/dist/**'],
                    globalSetup: [postgres],
                    testTimeout: 30_000,
                    hookTimeout: 120_000,
                },
            },
            {
                // Real processes of the built application: one file at a time, or they starve each other.
                plugins,
                resolve: { alias },
                test: {
                    name: 'system',
                    expect: patient,
                    include: ['e2e/**/*.system-spec.ts'],
                    globalSetup: [postgres],
                    testTimeout: 420_000,
                    hookTimeout: 180_000,
                    fileParallelism: false,
                },
            },
            {
                // Measures the built application and writes what it found into bench/results and docs/performance.
                plugins,
                resolve: { alias },
                test: {
                    name: 'bench',
                    include: ['bench/**/*.bench.ts', 'plugins/*/bench/**/*.bench.ts'],
                    fileParallelism: false,
                },
            },
            {
                // `npm start` itself, for real: on what is built, with a PostgreSQL to point DATABASE_URL at.
                plugins,
                resolve: { alias },
                test: {
                    name: 'launcher',
                    expect: patient,
                    include: ['e2e/**/*.launcher-spec.ts'],
                    globalSetup: [postgres],
                    testTimeout: 120_000,
                    hookTimeout: 60_000,
                    fileParallelism: false,
                },
            },
            // In a browser, on one shop that is started for all of them.
            {
                plugins,
                resolve: { alias },
                test: {
                    ...journeys,
                    name: 'journeys side by side',
                    include: journeysSideBySide,
                    maxWorkers: 2,
                    sequence: { groupOrder: 1 },
                },
            },
            {
                plugins,
                resolve: { alias },
                test: {
                    ...journeys,
                    name: 'journeys one by one',
                    include: ['e2e/**/*.journey.ts'],
                    exclude: journeysSideBySide,
                    fileParallelism: false,
                    sequence: { groupOrder: 2 },
                },
            },
            {
                // The same with real services, which `npm run test:services` starts.
                plugins,
                resolve: { alias },
                test: {
                    name: 'services',
                    expect: patient,
                    include: ['e2e/**/*.services-spec.ts'],
                    globalSetup: [postgres],
                    testTimeout: 180_000,
                    hookTimeout: 180_000,
                    fileParallelism: false,
                },
            },
        ],
    },
});
