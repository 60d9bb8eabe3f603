import path from 'node:path';
import { runCommand } from './command.mjs';
import { embeddedDatabase, externalDatabase } from './database.mjs';
import { freshLog } from './log-file.mjs';
import { occupy } from './occupy.mjs';
import { buildIfStale, checkSettings, installIfNeeded } from './prepare-code.mjs';
import { ProcessRegistry } from './process-registry.mjs';
import { Service } from './service.mjs';
import { serviceSpecs, shopEnv } from './services.mjs';
import { projectRoot } from './settings.mjs';

/** @import { DatabaseUrls } from './database-access.mjs' */
/** @import { Progress, Report } from './progress.mjs' */
/** @import { ServiceSpec } from './service.mjs' */
/** @import { Settings } from './settings.mjs' */

/** The whole shop on one machine: what has to happen to open it, in order, and to close it again. */
export class Shop {
    /** @type {{ release: () => void } | undefined} */
    #lock;
    /** @type {Service | undefined} */
    #postgres;
    /** @type {Service[]} Stopped from the last to the first: shoppers stay out, requests end, then jobs, then who they call. */
    #services = [];
    /** @type {(error: Error) => void} */
    #fail = () => undefined;

    /**
     * @param {Settings} settings
     * @param {Progress} progress
     */
    constructor(settings, progress) {
        this.settings = settings;
        this.progress = progress;
        this.registry = new ProcessRegistry(path.join(settings.dataDir, 'run/processes.json'));
        this.logs = path.join(settings.dataDir, 'logs');
        this.env = shopEnv(settings, process.env);
        /** Rejects when a part of the shop can't be kept running. */
        this.failed = new Promise((_, reject) => (this.#fail = reject));
        this.failed.catch(() => undefined);
        this.listener = {
            say: (/** @type {string} */ text) => progress.say(text),
            giveUp: (/** @type {Error} */ error) => this.#fail(error),
        };
    }

    /** Everything, from the first check to a shop that answers. */
    async open() {
        await this.prepare();
        const { server, worker, storefront, sandbox } = serviceSpecs(this.settings, this.env);
        await Promise.all([sandbox, worker, server, storefront].map(spec => spec && this.run(spec)));
    }

    /**
     * Everything before the shop's own processes start.
     *
     * @param {readonly string[]} [names] - Of what to build; all when left out.
     */
    async prepare(names) {
        this.#lock = await occupy(this.settings, this.registry, this.progress);
        if (this.settings.build) {
            await installIfNeeded(this);
            await buildIfStale(this, names);
        }
        checkSettings(this.env);
        await this.#openDatabase();
        if (this.settings.demo) {
            await this.#populate();
        }
    }

    async #openDatabase() {
        const label = this.settings.databaseUrl ? 'Connect to PostgreSQL' : 'Start PostgreSQL';
        const urls = await this.progress.step(label, () => this.#database());
        Object.assign(this.env, { DATABASE_URL: urls.app, DATABASE_OWNER_URL: urls.owner });
    }

    /** @returns {Promise<DatabaseUrls>} */
    async #database() {
        const { databaseUrl, dataDir } = this.settings;
        if (databaseUrl) {
            return externalDatabase({ ...this.settings, databaseUrl });
        }
        const database = await embeddedDatabase(dataDir, this.registry, this.listener);
        this.#postgres = database.service;
        await database.service.start();
        return database.urls();
    }

    /** Migrates an empty database and loads the demo shop; does nothing when it is there. */
    async #populate() {
        await this.progress.step('Load the demo shop', report =>
            runCommand(
                this.registry,
                {
                    name: 'Loading the demo shop',
                    command: process.execPath,
                    args: ['dist/src/demo/index.js'],
                    cwd: projectRoot,
                    env: this.env,
                    ipc: true,
                    logFile: freshLog(this.logs, 'demo'),
                },
                message => reportDemo(message, report),
            ),
        );
    }

    /**
     * Starts a part of the shop and keeps it running.
     *
     * @param {ServiceSpec} spec
     * @returns {Promise<Service>} Once it is ready.
     */
    async run(spec) {
        const service = new Service(spec, this.registry, this.listener);
        this.#services.push(service);
        await this.progress.step(`Start ${lowerFirst(spec.label)}`, () => service.start());
        return service;
    }

    /** Ends everything in order: shoppers first, the database last. */
    async close() {
        this.registry.close();
        const lastFirst = this.#services.toReversed();
        if (lastFirst.some(service => service.isRunning)) {
            await this.progress.step('Stop the shop', async report => {
                for (const service of lastFirst) {
                    report(`waiting for ${lowerFirst(service.label)} to finish`);
                    await service.stop();
                }
            });
        }
        await this.registry.endAll(this.#postgres?.pid);
        if (this.#postgres?.isRunning) {
            await this.progress.step('Stop PostgreSQL', async () => this.#postgres?.stop());
        }
        this.#lock?.release();
    }

    /** Ends everything at once. PostgreSQL repairs itself at the next start. */
    abandon() {
        this.registry.killAll();
        this.#lock?.release();
    }
}

/**
 * @param {unknown} message
 * @param {Report} report
 */
function reportDemo(message, report) {
    if (typeof message !== 'object' || message === null || !('label' in message)) {
        return;
    }
    const { label, done, total } = /** @type {{ label: string, done: number, total: number }} */ (message);
    report(label, total > 0 ? done / total : undefined);
}

/** @param {string} label */
function lowerFirst(label) {
    return label.startsWith('The ') ? `the ${label.slice(4)}` : label;
}
