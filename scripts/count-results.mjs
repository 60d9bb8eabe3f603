// Adds up the JSON reports of all test runs in a folder and names what failed. The last line is `N passed, N failed`.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = process.argv[2];
const reports = readdirSync(folder).map(file => JSON.parse(readFileSync(path.join(folder, file), 'utf8')));
const sum = key => reports.reduce((total, report) => total + report[key], 0);

// A file that could not even be loaded has no test that failed, and is a failure all the same.
const files = reports.flatMap(report => report.testResults);
const brokenFiles = files.filter(
    file => file.status === 'failed' && file.assertionResults.every(test => test.status !== 'failed'),
);
const failed = sum('numFailedTests') + brokenFiles.length;
const passed = sum('numPassedTests');
const skipped = sum('numPendingTests') + sum('numTodoTests');

for (const { name, assertionResults } of files) {
    for (const test of assertionResults.filter(({ status }) => status === 'failed')) {
        const [why = ''] = (test.failureMessages[0] ?? '').split('\n');
        console.log(`FAILED ${path.relative(process.cwd(), name)} > ${test.fullName}: ${why}`);
    }
}
for (const { name, message } of brokenFiles) {
    console.log(`FAILED ${path.relative(process.cwd(), name)}: ${message.split('\n')[0]}`);
}

console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
