#!/usr/bin/env node
import { readSettings } from './settings';
import { startSandbox } from './sandbox-server';

/** Runs the sandbox provider as a process. Tells a parent over IPC when it listens. */
async function main(): Promise<void> {
    const sandbox = await startSandbox(readSettings(process.env));
    process.stdout.write(`Sandbox payment provider listens on port ${sandbox.port}.\n`);
    process.send?.({ type: 'ready', port: sandbox.port });
    const stop = (): void => {
        void sandbox.stop().then(() => process.exit(0));
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
    // Whoever started it is gone.
    process.once('disconnect', stop);
}

main().catch((error: unknown) => {
    process.stderr.write(`Can't start: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
});
