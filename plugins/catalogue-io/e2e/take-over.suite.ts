import type { TestShop } from '@efi/plugin-kit/testing';
import { CollectionService, RequestContextService } from '@vendure/core';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ImportFiles } from '../src/infrastructure/import-files';
import { RunImport } from '../src/infrastructure/run-import';

const COUNT = 600;

/** Imports that more than one worker has in hand, as when one comes back after it was taken for dead. */
export function takeOverSuite(shop: TestShop): void {
    const service = <Service>(type: abstract new (...args: never[]) => Service): Service =>
        shop.server.app.get<Service>(type);

    /** Stores a file of two pieces, of which the first one has more than one batch and less than two. */
    const store = async (name: string): Promise<number> => {
        const ctx = await service(RequestContextService).create({ apiType: 'admin' });
        const rows = Array.from(
            { length: COUNT },
            (_, index) => `${name} ${index},${name}-${index},${name}-${index},1,${'long '.repeat(180)}\n`,
        );
        const head = 'name,slug,sku,price,description\n';
        const content = Readable.from(
            [[head, ...rows.slice(0, COUNT / 2)], rows.slice(COUNT / 2)].map(part =>
                Buffer.from(part.join('')),
            ),
        );
        const run = await service(ImportFiles).store(ctx, {
            fileName: 'products.csv',
            format: 'CSV',
            dryRun: false,
            content,
        });
        return run.id;
    };

    const stateOf = async (id: number) => {
        const [row] = await shop.sql(
            `SELECT state, position, created, error,
                    (SELECT count(*)::int > 0 FROM efi_catalogue_chunk WHERE "runId" = $1) AS "hasFile"
               FROM efi_catalogue_run WHERE id = $1`,
            [id],
        );
        return row;
    };

    /** Two workers, the first of which waits before the first piece of its file, and the second before its second. */
    const twoWorkers = async (id: number, isLastTry = false) => {
        const files = service(ImportFiles);
        const read = files.read.bind(files);
        const gates = [gate(), gate()];
        let workers = 0;
        vi.spyOn(files, 'read').mockImplementation(async function* (runId) {
            const worker = workers++;
            let piece = 0;
            for await (const content of read(runId)) {
                if (piece++ === worker) {
                    await gates[worker]?.passed;
                }
                yield content;
            }
        });
        const imports = service(RunImport);
        const first = imports.run(id, () => undefined, isLastTry);
        await expect.poll(() => workers).toBe(1);
        const second = imports.run(id, () => undefined);
        await expect.poll(() => stateOf(id)).toMatchObject({ position: 250 });
        return { first, second, gates };
    };

    describe('an import that two workers have in hand', () => {
        afterEach(() => vi.restoreAllMocks());

        it('is ended by the one who has it, with every product', async () => {
            const id = await store('twin');
            const { first, second, gates } = await twoWorkers(id);
            gates[0]?.open();
            await first;
            expect(await stateOf(id)).toMatchObject({ state: 'RUNNING', position: 250, hasFile: true });
            gates[1]?.open();
            await second;
            expect(await stateOf(id)).toMatchObject({ state: 'COMPLETED', created: COUNT, hasFile: false });
        });

        it('is not given up by the one who has it no longer', async () => {
            const id = await store('lost');
            const { first, second, gates } = await twoWorkers(id, true);
            gates[0]?.fail(new Error('connection lost'));
            await expect(first).rejects.toThrow('connection lost');
            expect(await stateOf(id)).toMatchObject({ state: 'RUNNING', error: null, hasFile: true });
            gates[1]?.open();
            await second;
            expect(await stateOf(id)).toMatchObject({ state: 'COMPLETED', created: COUNT });
        });

        it('is given up by the last try of the one who has it', async () => {
            const id = await store('gone');
            vi.spyOn(service(ImportFiles), 'read').mockImplementation(async function* () {
                yield await Promise.reject<Buffer>(new Error('outage'));
            });
            const imports = service(RunImport);
            await expect(imports.run(id, () => undefined)).rejects.toThrow('outage');
            expect(await stateOf(id)).toMatchObject({ state: 'RUNNING' });
            await expect(imports.run(id, () => undefined, true)).rejects.toThrow('outage');
            expect(await stateOf(id)).toMatchObject({ state: 'FAILED', hasFile: false });
        });
    });
}

/** Whether collections are brought up to date while something is done. */
export async function appliesFilters(shop: TestShop, work: () => Promise<unknown>): Promise<boolean> {
    const spy = vi.spyOn(shop.server.app.get(CollectionService), 'triggerApplyFiltersJob');
    await work();
    const isCalled = spy.mock.calls.length > 0;
    spy.mockRestore();
    return isCalled;
}

function gate() {
    let open: () => void = () => undefined;
    let fail: (error: Error) => void = () => undefined;
    const passed = new Promise<void>((resolve, reject) => {
        open = resolve;
        fail = reject;
    });
    return { passed, open, fail };
}
