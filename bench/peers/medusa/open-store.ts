import { createTestDatabase, freePort } from '@efi/plugin-kit/testing';
import type { Client } from 'pg';
import { connectTo } from '../../../e2e/support/own-postgres';
import { installedMedusa } from './installed-medusa';
import { MedusaApi } from './medusa-api';
import { startMedusa } from './medusa-process';
import { setUpStore, type Store } from './set-up-store';

const MERCHANT = { email: 'merchant@example.com', password: 'of-a-comparison' };

/** Medusa as it comes, with what it takes to sell and not a product yet. */
export interface OpenStore {
    readonly address: string;
    readonly database: Client;
    readonly admin: MedusaApi;
    readonly store: Store;
    readonly pid: () => number;
    restart(): Promise<void>;
    readonly close: () => Promise<void>;
}

export async function openStore(postgresUrl: string, name: string): Promise<OpenStore> {
    const medusa = await installedMedusa();
    const url = await createTestDatabase(postgresUrl, `${name}_${Date.now()}`);
    const database = await connectTo(url);
    await medusa.command(url, 'db:migrate', '--execute-safe-links');
    await medusa.command(url, 'user', '-e', MERCHANT.email, '-p', MERCHANT.password);
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    let server = await startMedusa(medusa, url, port);
    const admin = await MedusaApi.signIn(address, MERCHANT.email, MERCHANT.password);
    return {
        ...{ address, database, admin, store: await setUpStore(admin) },
        pid: () => server.pid,
        async restart() {
            await server.stop();
            server = await startMedusa(medusa, url, port);
        },
        async close() {
            await server.stop();
            await database.end();
        },
    };
}
