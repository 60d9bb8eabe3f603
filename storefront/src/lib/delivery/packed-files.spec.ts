import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPackedFiles, packedFile, type PackedFiles } from './packed-files';

let folder: string;
let packed: PackedFiles;

beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'efi-packed-'));
    mkdirSync(path.join(folder, 'chunks'));
    for (const file of ['a.js', 'a.js.br', 'a.js.gz', 'a.css', 'a.css.br', 'small.js', 'font.woff2.br']) {
        writeFileSync(path.join(folder, 'chunks', file), '');
    }
    packed = findPackedFiles(folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

const script = '/_next/static/chunks/a.js';

describe('a script or style that is there packed', () => {
    it.each([
        ['gzip, deflate, br, zstd', 'br'],
        ['br;q=0.1, gzip', 'br'],
        ['BR', 'br'],
        ['gzip, br;q=0', 'gzip'],
        ['gzip, br; q=0.00', 'gzip'],
        ['deflate, gzip', 'gzip'],
    ])('is sent to who takes %s by %s', (accepted, encoding) => {
        expect(packedFile(packed, script, accepted)).toEqual({
            url: script + (encoding === 'br' ? '.br' : '.gz'),
            headers: {
                'content-type': 'application/javascript; charset=UTF-8',
                'content-encoding': encoding,
                vary: 'accept-encoding',
            },
        });
    });

    it('is called what it is', () => {
        const style = packedFile(packed, '/_next/static/chunks/a.css', 'br');
        expect(style?.headers['content-type']).toBe('text/css; charset=UTF-8');
    });

    it.each([undefined, '', 'identity', 'deflate', 'brotli', 'br;q=0, gzip;q=0'])(
        'is sent as it is to who takes %s',
        accepted => expect(packedFile(packed, script, accepted)).toBeUndefined(),
    );
});

it.each([
    '/_next/static/chunks/small.js',
    '/_next/static/chunks/none.js',
    '/_next/static/chunks/font.woff2',
    '/_next/static/chunks/a.js.br',
    `${script}?x=1`,
    '/chunks/a.js',
    undefined,
])('%s is left to Next.js', url => expect(packedFile(packed, url, 'br, gzip')).toBeUndefined());

it('nothing is packed where nothing was built', () => {
    expect(findPackedFiles(path.join(folder, 'none')).size).toBe(0);
});
