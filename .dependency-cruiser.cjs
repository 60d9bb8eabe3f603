/**
 * Which folder may import which: the table "Direction" of docs/architecture.md, checked.
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
    forbidden: [
        {
            name: 'no-cycle',
            comment: 'Two files that need each other are one file, or lack a third.',
            severity: 'error',
            from: {},
            to: { circular: true },
        },
        {
            name: 'domain-is-pure',
            comment:
                'domain/ imports its own domain and data only: no framework, no node:*, no clock. They arrive as arguments.',
            severity: 'error',
            from: { path: '^(plugins/[^/]+/src)/domain/', pathNot: '\\.spec\\.ts$' },
            to: { pathNot: ['^$1/domain/', '^$1/.+\\.json$'] },
        },
        {
            name: 'application-knows-ports-only',
            comment: 'application/ may import its own domain and ports, and types from Vendure.',
            severity: 'error',
            from: { path: '^(plugins/[^/]+/src)/application/', pathNot: '\\.spec\\.ts$' },
            to: { path: '^plugins/[^/]+/src/(infrastructure|api|dashboard)/' },
        },
        {
            name: 'sandbox-provider-stands-alone',
            comment:
                'It plays the part of another company: it shares no code with the shop that it is there to test.',
            severity: 'error',
            from: { path: '^plugins/payments/src/sandbox-provider/' },
            to: { path: '^plugins/', pathNot: '^plugins/payments/src/sandbox-provider/' },
        },
        {
            name: 'nobody-reaches-into-the-sandbox-provider',
            severity: 'error',
            from: { pathNot: '^plugins/payments/src/sandbox-provider/' },
            to: { path: '^plugins/payments/src/sandbox-provider/' },
        },
        {
            name: 'infrastructure-below-api',
            severity: 'error',
            from: { path: '^plugins/[^/]+/src/infrastructure/' },
            to: { path: '^plugins/[^/]+/src/(api|dashboard)/' },
        },
        {
            name: 'plugins-by-their-entry',
            comment: 'A plugin reaches another one through its package name, never through its files.',
            severity: 'error',
            from: { path: '^plugins/([^/]+)/' },
            to: {
                path: '^plugins/[^/]+/',
                pathNot: [
                    '^plugins/$1/',
                    '^plugins/[^/]+/src/(index|testing/index)\\.ts$',
                    '^plugins/plugin-kit/src/dashboard/index\\.tsx$',
                ],
            },
        },
        {
            name: 'plugins-know-no-application',
            comment: 'A plugin lives in any Vendure project: it knows nothing of this one.',
            severity: 'error',
            from: { path: '^plugins/' },
            to: { path: '^(src|migrations|storefront|admin-ui-extensions)/' },
        },
        {
            name: 'application-uses-plugin-entries',
            severity: 'error',
            from: { path: '^(src|migrations|admin-ui-extensions)/' },
            to: { path: '^plugins/[^/]+/', pathNot: '^plugins/[^/]+/src/(index|testing/index)\\.ts$' },
        },
        {
            name: 'storefront-talks-graphql-only',
            severity: 'error',
            from: { path: '^storefront/' },
            to: { path: ['^(src|plugins|migrations|admin-ui-extensions)/', 'node_modules/@vendure/'] },
        },
        {
            name: 'storefront-lib-is-the-bottom',
            severity: 'error',
            from: { path: '^storefront/src/lib/' },
            to: { path: '^storefront/src/(app|features|components)/' },
        },
        {
            name: 'storefront-components-below-features',
            severity: 'error',
            from: { path: '^storefront/src/components/' },
            to: { path: '^storefront/src/(app|features)/' },
        },
        {
            name: 'storefront-features-apart',
            comment: 'Features meet in app/, not in each other.',
            severity: 'error',
            from: { path: '^storefront/src/features/([^/]+)/' },
            to: { path: '^storefront/src/(app|features)/', pathNot: '^storefront/src/features/$1/' },
        },
        {
            name: 'resolvable',
            comment: 'An import that cannot be resolved would fail at run time.',
            severity: 'error',
            from: {},
            // The Dashboard's library is resolved by its own Vite plugin only; the other one holds types only.
            to: {
                couldNotResolve: true,
                pathNot: ['^@vendure/dashboard$', '^@graphql-typed-document-node/core$'],
            },
        },
    ],
    options: {
        doNotFollow: { path: 'node_modules' },
        exclude: { path: '(^|/)(dist|\\.next|coverage)/|\\.d\\.ts$' },
        tsPreCompilationDeps: true,
        tsConfig: { fileName: 'tsconfig.json' },
        enhancedResolveOptions: {
            exportsFields: ['exports'],
            conditionNames: ['import', 'require', 'node', 'default', 'types'],
        },
    },
};
