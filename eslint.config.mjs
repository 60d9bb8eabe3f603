import tseslint from 'typescript-eslint';

export default tseslint.config(
    {
        ignores: [
            '**/dist/',
            '**/.next/',
            '**/coverage/',
            '.data/',
            '**/next-env.d.ts',
            '**/*-env.d.ts',
            '**/*.mjs',
            '**/*.cjs',
            // Type-checked and linted where it is generated to.
            'scripts/plugin-new/template/src/dashboard/',
        ],
    },
    ...tseslint.configs.recommendedTypeChecked,
    {
        languageOptions: {
            parserOptions: {
                // One program for all server code and its specs; the React parts have their own.
                project: [
                    './tsconfig.check.json',
                    './src/launcher/tsconfig.json',
                    './{storefront,admin-ui-extensions}/tsconfig{,.dashboard}.json',
                    './plugins/*/tsconfig.dashboard.json',
                ],
                tsconfigRootDir: import.meta.dirname,
            },
        },
        linterOptions: { reportUnusedDisableDirectives: 'error' },
        rules: {
            '@typescript-eslint/no-explicit-any': 'error',
            '@typescript-eslint/no-floating-promises': 'error',
            '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
            '@typescript-eslint/switch-exhaustiveness-check': 'error',
            '@typescript-eslint/consistent-type-imports': 'off',
            'max-lines': ['error', 400],
            complexity: ['error', 15],
            eqeqeq: ['error', 'smart'],
        },
    },
);
