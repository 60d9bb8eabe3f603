import * as regexp from 'eslint-plugin-regexp';
import security from 'eslint-plugin-security';
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
            // Served to browsers as it is.
            'storefront/public/',
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
        plugins: { regexp, security },
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
            // Texts that keep a regular expression busy for ever, and code that is not what it looks like.
            'regexp/no-super-linear-backtracking': 'error',
            'security/detect-bidi-characters': 'error',
            'security/detect-child-process': 'error',
            'security/detect-disable-mustache-escape': 'error',
            'security/detect-eval-with-expression': 'error',
            'security/detect-new-buffer': 'error',
            'security/detect-non-literal-require': 'error',
            'security/detect-pseudoRandomBytes': 'error',
        },
    },
    {
        files: ['storefront/src/**/*.tsx'],
        rules: {
            'no-restricted-imports': [
                'error',
                {
                    name: 'react',
                    importNames: ['useActionState'],
                    message:
                        'What an action throws would take the place of the form: see components/ui/use-action.ts.',
                },
            ],
        },
    },
    {
        files: ['**/*.{spec,e2e-spec,system-spec,services-spec,journey,suite}.ts'],
        rules: {
            'no-restricted-syntax': [
                'error',
                {
                    selector:
                        "CallExpression[callee.object.name='vi'][callee.property.name='waitFor'][arguments.length=1]",
                    message:
                        'It gives up after a second, which a busy machine may take: say how long, as 15_000.',
                },
            ],
        },
    },
    {
        // What a shopper reads stands in storefront/messages, in every language.
        files: ['storefront/src/**/*.tsx'],
        // These are shown when nothing can tell the language.
        ignores: ['storefront/src/app/global-error.tsx', 'storefront/src/app/not-found.tsx'],
        rules: {
            'no-restricted-syntax': [
                'error',
                ...writtenInPlace([
                    ':matches(JSXElement, JSXFragment)',
                    'JSXAttribute[name.name=/^(alt|aria-description|aria-label|aria-placeholder|aria-valuetext|label|placeholder|title)$/]',
                ]),
            ],
        },
    },
);

/** @param {string[]} places - Selectors of what holds words for people. @returns Each way to write words there. */
function writtenInPlace(places) {
    const words = 'value=/\\p{L}{2}/u';
    const value = `:matches(Literal[${words}], TemplateLiteral:has(> TemplateElement[value.raw=/\\p{L}{2}/u]))`;
    const ways = [
        `> JSXText[${words}]`,
        `> ${value}`,
        `> JSXExpressionContainer > ${value}`,
        `> JSXExpressionContainer > :matches(ConditionalExpression, LogicalExpression) > ${value}:not(:first-child)`,
    ];
    return places.flatMap(place =>
        ways.map(way => ({
            selector: `${place} ${way}`,
            message: 'Words that people read belong into storefront/messages.',
        })),
    );
}
