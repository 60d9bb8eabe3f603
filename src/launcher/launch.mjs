import { explain, Interrupted } from './launch-error.mjs';
import { Progress } from './progress.mjs';
import { loadEnvFile, readSettings } from './settings.mjs';
import { Shop } from './shop.mjs';
import { StopRequest } from './stop-request.mjs';
import { shopSummary } from './shop-summary.mjs';

/**
 * Opens the shop, waits until somebody wants it closed, and closes it. Ends the process: with 0 after a shop that
 * was up was stopped, 130 when it was stopped before, 1 when something failed.
 *
 * @param {readonly string[]} args - From the command line.
 * @param {(shop: Shop) => Promise<void>} [open] - How it is opened.
 */
export async function launch(args, open = shop => shop.open()) {
    process.exit(await run(args, open));
}

/**
 * @param {readonly string[]} args
 * @param {(shop: Shop) => Promise<void>} open
 * @returns {Promise<number>}
 */
async function run(args, open) {
    const stop = new StopRequest();
    // A reader that has gone away (npm start | head) must not end the shop halfway.
    process.stdout.on('error', () => undefined);
    /** @type {Shop | undefined} */
    let shop;
    try {
        loadEnvFile();
        shop = new Shop(readSettings(args, process.env), new Progress(process.stdout, process.env));
        stop.onSecond(() => shop?.abandon());
        const begun = Date.now();
        await stop.orDone(open(shop));
        shop.progress.say(shopSummary(shop.settings, shop.env, Date.now() - begun));
        await stop.orDone(shop.failed).catch(ignoreStop);
        return 0;
    } catch (error) {
        process.stderr.write(error instanceof Interrupted ? '\n' : `\n${explain(error)}\n`);
        return error instanceof Interrupted ? 130 : 1;
    } finally {
        await shop?.close();
    }
}

/** @param {unknown} error */
function ignoreStop(error) {
    if (!(error instanceof Interrupted)) {
        throw error;
    }
}
