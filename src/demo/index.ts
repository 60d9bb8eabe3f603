import { loadEnv } from '../env';
import { runProcess } from '../lifecycle/run-process';
import { DemoState, demoStateKey } from './demo-state';
import { reportProgress } from './progress';

/**
 * Fills an empty, migrated database with the demo shop. Does nothing when it is there already, so that it can run
 * before every start; that is why Vendure itself is loaded only when there is work to do.
 */
runProcess(async () => {
    const env = loadEnv();
    if (env.isProduction) {
        throw new Error('The demo shop is for EFI_MODE=demo only: production keeps its own data.');
    }
    if (!env.DATABASE_URL) {
        throw new Error(
            'DATABASE_URL is not set. `npm start` brings its own PostgreSQL and calls this command.',
        );
    }
    const state = await DemoState.connect(env.DATABASE_URL);
    try {
        if ((await state.read(demoStateKey)) === 'complete') {
            return;
        }
        await state.lock();
        const phase = await state.read(demoStateKey);
        if (phase !== 'complete') {
            const { populateDemo } = await import('./populate-demo.js');
            await populateDemo(env, phase, reportProgress);
            await state.markComplete(demoStateKey);
        }
    } finally {
        await state.end();
    }
    // Vendure leaves timers behind that would keep the process.
    process.exit(0);
});
