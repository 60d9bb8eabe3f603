// Makes plugins/NAME from template/ and registers it in the application: npm run plugin:new NAME [-- --no-install]
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { GeneratorError, spellings } from './names.mjs';
import { registrations } from './registrations.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const template = path.join(import.meta.dirname, 'template');
const createdAt = Date.now();

try {
    main(process.argv.slice(2));
} catch (error) {
    if (!(error instanceof GeneratorError)) {
        throw error;
    }
    console.error(error.message);
    process.exitCode = 1;
}

/** @param {string[]} args */
function main(args) {
    const names = spellings(args.find(arg => !arg.startsWith('-')));
    const name = names['my-feature'];
    const folder = `plugins/${name}`;
    if (existsSync(path.join(root, folder))) {
        throw new GeneratorError(`${folder} is there already: choose another name.`);
    }

    // Everything is worked out before anything is written, so that a failure leaves nothing behind.
    const created = templateFiles().map(file => [
        path.join(folder, rename(file, names)),
        rename(readFileSync(path.join(template, file), 'utf8'), names),
    ]);
    const registered = Object.entries(registrations).map(([file, register]) => [
        file,
        register(readFileSync(path.join(root, file), 'utf8'), names),
    ]);
    for (const [file, text] of [...created, ...registered]) {
        const target = path.join(root, file);
        mkdirSync(path.dirname(target), { recursive: true });
        writeFileSync(target, text);
    }
    run('npx', 'prettier', '--write', '--log-level=warn', folder, ...Object.keys(registrations));
    if (!args.includes('--no-install')) {
        run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund');
    }
    console.log(report(names, folder));
}

function templateFiles() {
    return readdirSync(template, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => path.relative(template, path.join(entry.parentPath, entry.name)));
}

/** Names the plugin wherever the template names itself, and dates its migration. */
function rename(text, names) {
    const own = new RegExp(Object.keys(names).join('|'), 'g');
    return text.replace(own, found => names[found]).replaceAll('1000000000000', String(createdAt));
}

function run(command, ...args) {
    execFileSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

function report(names, folder) {
    const changed = Object.keys(registrations);
    return `Made ${folder} (@efi/${names['my-feature']}-plugin) and registered it in ${changed.join(', ')}.

It works as it is: a notice that administrators publish and shoppers see. Make of it what you need.

  npm run build                                                 build it
  npx vitest run --project unit ${folder}             its unit tests
  npx vitest run --project integration ${folder}      its tests on PostgreSQL
  npm pack -w ${folder}                                a tarball that any Vendure project installs

To undo: remove ${folder}, \`git checkout ${changed.join(' ')} package-lock.json\`, npm install.`;
}
