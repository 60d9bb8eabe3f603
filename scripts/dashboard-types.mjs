// Checks the types of the Dashboard's extensions, each by its tsconfig.dashboard.json.
// @vendure/dashboard ships sources that its own build checks under other settings: faults in there are not ours.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.dirname(import.meta.dirname);
const host = {
    getCanonicalFileName: name => name,
    getCurrentDirectory: () => root,
    getNewLine: () => '\n',
};

const parseHost = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: fault => {
        throw new Error(ts.formatDiagnostic(fault, host));
    },
};

const packages = [
    'admin-ui-extensions',
    ...readdirSync(path.join(root, 'plugins')).map(name => `plugins/${name}`),
];
const projects = packages
    .map(folder => path.join(root, folder, 'tsconfig.dashboard.json'))
    .filter(file => existsSync(file));

let faults = 0;
for (const name of projects) {
    const config = ts.getParsedCommandLineOfConfigFile(name, {}, parseHost);
    const program = ts.createProgram(config.fileNames, config.options);
    const own = program.getSourceFiles().filter(file => !file.fileName.includes('/node_modules/'));
    const diagnostics = own.flatMap(file => [
        ...program.getSyntacticDiagnostics(file),
        ...program.getSemanticDiagnostics(file),
    ]);
    faults += config.errors.length + diagnostics.length;
    process.stderr.write(ts.formatDiagnostics([...config.errors, ...diagnostics], host));
}
process.exitCode = faults > 0 ? 1 : 0;
