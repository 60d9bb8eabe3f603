import { type Env, loadEnv } from '../env';
import { runProcess } from '../lifecycle/run-process';
import { demoDatabase } from './demo-database';
import { DemoState, demoStateKey } from './demo-state';
import { reportProgress } from './progress';

/**
 * Fills an empty, migrated database with the demo shop. Does nothing when it is there already, so that it can run
 * before every start; that is why Vendure itself is loaded only when there is work to do.
 */
runProcess(async () => {
    const env = loadEnv();
    const url = demoDatabase(env);
    await ensureDemo(env, url);
    // Vendure leaves timers behind, and the launcher's channel keeps this process too.
    process.exit(0);
});

async function ensureDemo(env: Env, url: string): Promise<void> {
    const state = await DemoState.connect(url);
    try {
        if ((await state.read(demoStateKey)) === 'complete') {
            return;
        }
        await state.lock();
        const phase = await state.read(demoStateKey);
        if (phase === 'none' && (await state.hasCatalogue())) {
            process.stdout.write(
                'This database has a catalogue of its own: the demo shop leaves it as it is.\n',
            );
        } else if (phase !== 'complete') {
            const { populateDemo } = await import('./populate-demo.js');
            await populateDemo(env, phase, reportProgress);
            await state.markComplete(demoStateKey);
        }
    } finally {
        await state.end();
    }
}
