import { createServer, get, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createGzip, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isLookedAt, sendPagesWithLateScripts } from './late-page';

const tag = '<script src="/_next/static/a.js" async="" nonce="n"></script>';
const page = `<p>é</p>${tag}<p>Ende</p>`;
/** As it is sent. */
const changed =
    /^<p>é<\/p><p>Ende<\/p><script nonce="n">.*efiLater\(\["\/_next\/static\/a.js"\]\)<\/script>$/;

interface Answer {
    readonly bytes: Buffer;
    readonly body: string;
    readonly headers: Readonly<Record<string, unknown>>;
}

async function answerOf(respond: (response: ServerResponse) => void, method = 'GET') {
    const server = createServer((_request, response) => {
        sendPagesWithLateScripts(response);
        respond(response);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
        return await new Promise<Answer>((resolve, reject) => {
            get({ port, method, agent: false }, answer => {
                const { headers } = answer;
                buffer(answer).then(bytes => resolve({ bytes, body: bytes.toString(), headers }), reject);
            }).on('error', reject);
        });
    } finally {
        server.close();
    }
}

const asPage = (response: ServerResponse) => response.setHeader('Content-Type', 'text/html; charset=utf-8');

describe('a page', () => {
    it('is changed in the parts that it comes in, and is sent wholly', async () => {
        let finished = false;
        const { body } = await answerOf(response => {
            asPage(response);
            response.write(page.slice(0, 30));
            response.write(Buffer.from(page.slice(30)));
            response.end(() => (finished = true));
        });
        expect(body).toMatch(changed);
        expect(finished).toBe(true);
    });

    it('that is sent at once says no length but its own', async () => {
        const { body, headers } = await answerOf(response => {
            asPage(response);
            response.setHeader('Content-Length', Buffer.byteLength(page));
            response.end(page, 'utf8');
        });
        expect(body).toMatch(changed);
        expect(headers['content-length']).not.toBe(String(Buffer.byteLength(page)));
    });

    it('that ends within a tag is sent to its end', async () => {
        const { body } = await answerOf(response => {
            asPage(response);
            response.write('<p>a</p><scr');
            response.end();
        });
        expect(body).toBe('<p>a</p><scr');
    });

    it('is changed before what compresses it, which took its place before', async () => {
        const { bytes } = await answerOf(response => {
            const gzip = createGzip();
            const write = response.write.bind(response);
            const end = response.end.bind(response);
            gzip.on('data', part => write(part)).on('end', () => end());
            response.write = ((part: Buffer) => gzip.write(part)) as typeof response.write;
            response.end = ((part: Buffer) => gzip.end(part)) as unknown as typeof response.end;
            asPage(response);
            response.write(page);
            response.end();
        });
        expect(gunzipSync(bytes).toString()).toMatch(changed);
    });
});

describe('anything else is left alone', () => {
    it('data', async () => {
        const { body, headers } = await answerOf(response => {
            response.setHeader('Content-Type', 'text/x-component');
            response.setHeader('Content-Length', Buffer.byteLength(page));
            response.end(page);
        });
        expect([body, headers['content-length']]).toEqual([page, String(Buffer.byteLength(page))]);
    });

    it('a page that could not be made, of which its scripts have to tell', async () => {
        const { body } = await answerOf(response => {
            response.statusCode = 500;
            asPage(response);
            response.end(page);
        });
        expect(body).toBe(page);
    });

    it('an answer without a body', async () => {
        const { body, headers } = await answerOf(response => {
            asPage(response);
            response.setHeader('Content-Length', 7);
            response.end();
        }, 'HEAD');
        expect([body, headers['content-length']]).toEqual(['', '7']);
    });
});

describe('scripts wait', () => {
    it.each([
        '/en-us',
        '/de-de/',
        '/en-us?utm_source=a',
        '/fr-fr/search?q=a&page=2',
        '/en-us/products/tent',
        '/en-us/collections/cameras?sort=name',
        '/de-de/legal/terms',
        '/en-gb/pages/summer',
        '/en-us/cart',
        '/en-us/compare',
    ])('on %s, which one looks at', url => expect(isLookedAt(url)).toBe(true));

    it.each([
        undefined,
        '/',
        '/en-us/checkout',
        '/en-us/checkout?step=payment',
        '/en-us/sign-in',
        '/en-us/account',
        '/en-us/account/addresses/new',
        '/en-us/orders/ABC',
        '/en-us/products',
        '/en-us/products/tent/picture',
        '/en-us/carts',
        '/_next/static/chunks/a.js',
    ])('not on %s', url => expect(isLookedAt(url)).toBe(false));
});
