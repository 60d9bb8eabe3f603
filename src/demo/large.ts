import { loadEnv } from '../env';
import { runProcess } from '../lifecycle/run-process';
import { demoDatabase } from './demo-database';
import { DemoState, demoStateKey, largeStateKey } from './demo-state';
import { writeLargeCatalogue } from './large/write-large-catalogue';
import { reportProgress } from './progress';

/** Adds 10,000 products with 30,000 variants, the same ones every time, to a database that has the demo shop. */
runProcess(async () => {
    const env = loadEnv();
    const url = demoDatabase(env);
    const state = await DemoState.connect(url);
    await state.lock();
    if ((await state.read(demoStateKey)) !== 'complete') {
        refuse('The demo shop is not in this database yet: run `npm run demo` first.');
    }
    const phase = await state.read(largeStateKey);
    if (phase === 'complete') {
        refuse('The large catalogue is in this database already.');
    }
    if (phase === 'none') {
        await writeLargeCatalogue(url, reportProgress);
    }
    const { requestSearchIndex } = await import('./large/request-search-index.js');
    await requestSearchIndex(env);
    await state.markComplete(largeStateKey);
    await state.end();
    process.stdout.write('10,000 products are there. The worker now adds them to the search index.\n');
    process.exit(0);
});

function refuse(reason: string): never {
    process.stderr.write(`${reason}\n`);
    process.exit(1);
}
