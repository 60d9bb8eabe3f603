import { describe, expect, it } from 'vitest';
import { LateScripts } from './late-scripts';

const script = (name: string) =>
    `<script src="/_next/static/chunks/${name}.js" async="" nonce="n-1"></script>`;
const bootstrap = '<script src="/_next/static/chunks/main.js" nonce="n-1" async=""></script>';
const preload =
    '<link rel="preload" as="script" fetchPriority="low" nonce="n-1" href="/_next/static/chunks/main.js"/>';
const style = '<link rel="stylesheet" href="/_next/static/chunks/a.css" nonce="n-1" data-precedence="next"/>';
const picture = '<link rel="preload" as="image" href="/assets/a.jpg" fetchPriority="high"/>';
const data = String.raw`<script nonce="n-1">self.__next_f.push([1,"\u003cscript src=/_next/static/"])</script>`;

/** What becomes of a page that comes in these pieces. */
function changed(...pieces: (string | Buffer)[]): string {
    const page = new LateScripts();
    const sent = pieces.map(piece => page.next(Buffer.from(piece)));
    return Buffer.concat([...sent, page.rest()]).toString();
}

/** What is called for, at each call. */
const calls = (html: string) =>
    [...html.matchAll(/efiLater\((\[[^\]]+\])\)<\/script>/g)].map(
        ([, addresses]) => JSON.parse(addresses ?? '') as string[],
    );
const addresses = (...names: string[]) => names.map(name => `/_next/static/chunks/${name}.js`);

describe('the scripts of a page', () => {
    it('begin late, each once and in their order, with the nonce, and nothing tells of them earlier', () => {
        const html = changed(`<head>${preload}${script('a')}${script('b')}</head>${data}${bootstrap}${data}`);
        expect(calls(html)).toEqual([addresses('a', 'b'), addresses('main')]);
        expect(html.match(/<script[^>]*>/g)).toEqual(Array.from({ length: 4 }, () => '<script nonce="n-1">'));
        expect(html).not.toContain('as="script"');
        expect(html.split('window.efiLater = ')).toHaveLength(2);
        expect(html.indexOf('window.efiLater = ')).toBeLessThan(html.indexOf('efiLater(['));
    });

    it('are called for where scripts stand anyway, and at the end where none does', () => {
        expect(changed(`<head>${script('a')}</head><p>a</p>${data}`)).toMatch(
            /^<head><\/head><p>a<\/p><script nonce="n-1">.*efiLater.*<\/script><script nonce="n-1">self/,
        );
        expect(changed(`<head>${script('a')}</head><p>a</p>`)).toMatch(
            /^<head><\/head><p>a<\/p><script nonce="n-1">.*efiLater.*<\/script>$/,
        );
    });

    it('begin late wherever the page is cut', () => {
        const page = `<p>Über</p>${preload}${script('a')}<b>é</b>${bootstrap}${data}`;
        const whole = changed(page);
        const bytes = Buffer.from(page);
        for (let at = 0; at <= bytes.length; at++) {
            expect(changed(bytes.subarray(0, at), bytes.subarray(at))).toBe(whole);
        }
        expect(changed(...Array.from(bytes, byte => Buffer.from([byte])))).toBe(whole);
    });

    it('begin late in what is streamed after the rest, too', () => {
        const html = changed(script('a') + data, `<div hidden>${script('b')}</div>${data}`);
        expect(calls(html)).toEqual([addresses('a'), addresses('b')]);
        expect(html).toContain(`<div hidden></div><script nonce="n-1">efiLater(`);
    });
});

describe('a page stays as it is', () => {
    it.each([
        ['without scripts', `<head>${style}${picture}</head><p>größer & €</p>`],
        ['with data only', data],
        [
            'with scripts for old browsers',
            '<script src="/_next/static/a.js" noModule="" nonce="n-1"></script>',
        ],
        ['with scripts of others', '<script src="https://js.stripe.com/v3" async="" nonce="n-1"></script>'],
        ['with scripts without a nonce', '<script src="/_next/static/a.js" async=""></script>'],
        [
            'with scripts that are checked',
            `<script src="/_next/static/a.js" async="" integrity="x"></script>`,
        ],
        ['changed before', changed(preload, script('a'), bootstrap)],
        ['that ends within a tag', `<p>a</p>${script('a').slice(0, -3)}`],
        ['with data for search engines', '<script type="application/ld+json">{}</script>'],
    ])('%s', (_what, html) => {
        expect(changed(html)).toBe(html);
        expect(changed(...html)).toBe(html);
    });

    it('and is not held back by a tag that never ends', () => {
        const page = new LateScripts();
        page.next(Buffer.from('<script src="/_next/static/'));
        expect(page.next(Buffer.from('x'.repeat(2_000))).length).toBeGreaterThan(2_000);
    });
});

it('all that is whole is sent at once', () => {
    const page = new LateScripts();
    expect(page.next(Buffer.from('<p>a</p><')).toString()).toBe('<p>a</p>');
    expect(page.next(Buffer.from('p>b</p>')).toString()).toBe('<p>b</p>');
});
