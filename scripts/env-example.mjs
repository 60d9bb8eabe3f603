// Writes .env.example from the schema in src/env.ts, or with --check fails when it is out of date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const root = path.dirname(import.meta.dirname);
const { envSchema } = createRequire(import.meta.url)(path.join(root, 'dist/src/env.js'));
const defaults = envSchema.parse({});

const lines = Object.entries(envSchema.shape).map(([name, field]) => {
    const fallback = defaults[name];
    const value = fallback === undefined ? '' : fallback === false ? '0' : String(fallback);
    return `# ${field.description}\n# ${name}=${value.includes(' ') || value.includes('"') ? `'${value}'` : value}\n`;
});
const text = `# Every setting, with its default. Copy to .env and uncomment what you change.\n# Generated from src/env.ts by \`npm run env:example\`.\n\n${lines.join('\n')}`;

const file = path.join(root, '.env.example');
if (process.argv.includes('--check')) {
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
        console.error('.env.example is out of date. Run: npm run env:example');
        process.exit(1);
    }
} else {
    writeFileSync(file, text);
}
