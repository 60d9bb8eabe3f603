import { describe, expect, it } from 'vitest';
import type { RestShop } from './rest-shop';

/** Uses up the limit of `credentials` for this address: last in the file. */
export function limitsSuite(shop: RestShop): void {
    describe('the limit of a caller', () => {
        it('is told with each answer, and holds', async () => {
            const left: string[] = [];
            let answer = await shop.anonymous('/notes/7', { method: 'PUT' });
            while (answer.status !== 429 && left.length < 25) {
                left.push(answer.headers.get('ratelimit') ?? '');
                answer = await shop.anonymous('/notes/7', { method: 'PUT' });
            }
            expect(left.at(-1)).toMatch(/^"credentials";r=0;t=\d+$/);
            expect(answer.body).toMatchObject({ type: 'urn:efi:problem:too-many-requests' });
            expect(answer.headers.get('ratelimit-policy')).toBe('"credentials";q=20;w=60');
            expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
        });

        it('is another one for another kind of route, and for who is signed in', async () => {
            const { rest } = await shop.customer();
            expect((await shop.anonymous('/notes/7')).status).toBe(200);
            expect((await rest('/notes/7', { method: 'PUT' })).status).toBe(403);
        });
    });
}
