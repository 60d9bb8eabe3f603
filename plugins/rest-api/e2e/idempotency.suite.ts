import { describe, expect, it } from 'vitest';
import { IdempotentAnswers } from '../src/infrastructure/idempotency/idempotent-answers';
import { notesLog } from './notes.plugin';
import type { RestClient } from './rest-client';
import type { RestShop } from './rest-shop';

/** What `Idempotency-Key` promises. */
export function idempotencySuite(shop: RestShop): void {
    const add = (rest: RestClient, key: string | undefined, text: string) =>
        rest('/notes', {
            method: 'POST',
            json: { text },
            headers: key === undefined ? {} : { 'idempotency-key': key },
        });
    const titles = async () =>
        (await shop.sql<{ title: string | null }>('SELECT title FROM customer ORDER BY id')).map(
            row => row.title,
        );

    describe('a request with an Idempotency-Key', () => {
        it('is done once, and answered the same each time', async () => {
            const { rest } = await shop.customer();
            const before = notesLog.writes;
            const first = await add(rest, 'key-1', 'once');
            const second = await add(rest, 'key-1', 'once');
            expect(first).toMatchObject({ status: 201, body: { text: 'once' } });
            expect(second).toMatchObject({ status: 201, body: first.body });
            expect(first.headers.get('idempotency-replayed')).toBeNull();
            expect(second.headers.get('idempotency-replayed')).toBe('true');
            expect(notesLog.writes).toBe(before + 1);
        });

        it('is its caller’s own', async () => {
            const [one, other] = [await shop.customer(0), await shop.customer(1)];
            await add(one.rest, 'key-2', 'mine');
            expect(await add(other.rest, 'key-2', 'yours')).toMatchObject({
                status: 201,
                body: { text: 'yours' },
            });
        });

        it('is refused when the key came with something else before', async () => {
            const { rest } = await shop.customer();
            await add(rest, 'key-3', 'one');
            const answer = await add(rest, 'key-3', 'two');
            expect(answer).toMatchObject({
                status: 422,
                body: { type: 'urn:efi:problem:idempotency-key-reused' },
            });
        });

        it('is told to wait while the same one is under way', async () => {
            const { rest } = await shop.customer();
            const before = notesLog.writes;
            let release = () => {};
            notesLog.release = new Promise(resolve => (release = resolve));
            const first = add(rest, 'key-4', 'slow');
            await expect.poll(() => notesLog.writes).toBe(before + 1);
            const second = await add(rest, 'key-4', 'slow');
            release();
            expect(second).toMatchObject({ status: 409, body: { type: 'urn:efi:problem:request-running' } });
            expect(second.headers.get('retry-after')).toBe('1');
            expect(await first).toMatchObject({ status: 201 });
            expect(await add(rest, 'key-4', 'slow')).toMatchObject({ status: 201 });
            expect(notesLog.writes).toBe(before + 1);
        });

        it('leaves nothing behind when it fails by a bug, and may be tried again', async () => {
            const { rest } = await shop.customer();
            await add(rest, undefined, 'before');
            const before = notesLog.writes;
            expect((await add(rest, 'key-5', 'bug')).status).toBe(500);
            expect((await titles())[0]).toBe('before');
            expect((await add(rest, 'key-5', 'bug')).status).toBe(500);
            expect(notesLog.writes).toBe(before + 2);
        });

        it('keeps a problem of the route too, with what was done', async () => {
            const { rest } = await shop.customer();
            const before = notesLog.writes;
            expect((await add(rest, 'key-6', 'full')).status).toBe(409);
            expect((await add(rest, 'key-6', 'full')).headers.get('idempotency-replayed')).toBe('true');
            expect(notesLog.writes).toBe(before + 1);
            expect((await titles())[0]).toBe('full');
        });

        it('is forgotten in time', async () => {
            const { rest } = await shop.customer();
            await add(rest, 'key-7', 'once');
            const before = notesLog.writes;
            expect(await shop.server.app.get(IdempotentAnswers).forget(new Date(0))).toBe(0);
            expect(
                await shop.server.app.get(IdempotentAnswers).forget(new Date(Date.now() + 60_000)),
            ).toBeGreaterThan(0);
            await add(rest, 'key-7', 'once');
            expect(notesLog.writes).toBe(before + 1);
        });

        it('needs a key that can be written', async () => {
            const { rest } = await shop.customer();
            expect(await add(rest, 'k'.repeat(256), 'once')).toMatchObject({ status: 400 });
        });
    });
}
