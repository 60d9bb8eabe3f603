import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import messages from '../../messages/en.json';
import { clientMessages, clientTexts, type Namespace, type Section } from './client-messages';

const sources = path.dirname(import.meta.dirname);
const routes = path.join(sources, 'app/[locale]');

const read = (file: string) => readFileSync(file, 'utf8');

/** The files that one imports when it runs, of our own. */
function importsOf(file: string): string[] {
    const text = read(file);
    const named = [
        ...text.matchAll(/^(?:import|export)(?! type)[^;]*?from '([^']+)'/gms),
        ...text.matchAll(/import\('([^']+)'\)/g),
    ].map(([, name]) => name ?? '');
    return named.flatMap(name => {
        const base = name.startsWith('@/')
            ? path.join(sources, name.slice(2))
            : path.resolve(path.dirname(file), name);
        const found = [`${base}.ts`, `${base}.tsx`].find(existsSync);
        return found && (name.startsWith('@/') || name.startsWith('.')) ? [found] : [];
    });
}

/** The first of a call's arguments. @param from - Where in the text it begins. */
function firstArgument(text: string, from: number): string {
    let depth = 0;
    for (let at = from; at < text.length; at++) {
        const sign = text[at] ?? '';
        depth += '([{'.includes(sign) ? 1 : ')]}'.includes(sign) ? -1 : 0;
        if (depth < 0 || (depth === 0 && sign === ',')) {
            return text.slice(from, at);
        }
    }
    return text.slice(from);
}

/**
 * The keys that are asked for, with the namespace in front. `*` stands for what is not known before it runs: a key that
 * is worked out, or a translator that is given away.
 */
function saidIn(file: string): string[] {
    const text = read(file);
    const translators = [...text.matchAll(/const (\w+) = useTranslations\((?:'(\w+)')?\);/g)];
    return translators.flatMap(([, name = '', namespace]) => {
        const uses = text.matchAll(new RegExp(`(?<![-\\w.'"\`])${name}\\b(?:\\.rich)?(\\()?`, 'g'));
        const keys = [...uses].flatMap(({ 0: use, 1: call, index }) => {
            const end = index + use.length;
            if (!call) {
                // Where it is made, where an effect depends on it, and properties of its name.
                return /^(\s*[=:]|\]|, )/.test(text.slice(end)) ? [] : ['*'];
            }
            const argument = firstArgument(text, end);
            const written = [...argument.matchAll(/'([\w.-]+)'/g)].map(([, key = '']) => key);
            const begun = [...argument.matchAll(/`([\w.]*)\$\{/g)].map(([, begin]) => `${begin}*`);
            return written.length + begun.length > 0 ? [...written, ...begun] : ['*'];
        });
        return keys.map(key => (namespace ? `${namespace}.${key}` : key));
    });
}

/** What scripts say on a page: by what runs in a browser of all that the page's file leads to. */
function saidByScripts(files: readonly string[]): Set<string> {
    const said = new Set<string>();
    const seen = new Set<string>();
    const walk = (file: string, runsInBrowser: boolean): void => {
        const directive = /^'use (client|server)'/.exec(read(file))?.[1];
        const inBrowser = runsInBrowser || directive === 'client';
        if (directive === 'server' || seen.has(`${file} ${inBrowser}`)) {
            return;
        }
        seen.add(`${file} ${inBrowser}`);
        if (inBrowser) {
            saidIn(file).forEach(name => said.add(name));
        }
        importsOf(file).forEach(each => walk(each, inBrowser));
    };
    files.forEach(file => walk(file, false));
    return said;
}

const pages = readdirSync(routes, { recursive: true, encoding: 'utf8' }).filter(file =>
    /(^|\/)page\.tsx$/.test(file),
);

/** The section that a layout above a page names. */
function sectionOf(page: string): Section | undefined {
    const folder = path.dirname(page);
    const layout = path.join(routes, folder, 'layout.tsx');
    const named = existsSync(layout) && /section="(\w+)"/.exec(read(layout))?.[1];
    if (named) {
        return named as Section;
    }
    return folder === '.' ? undefined : sectionOf(folder);
}

describe('texts for scripts', () => {
    it.each(pages)('are all there on %s', page => {
        const frame = ['shop-document.tsx', '[locale]/error.tsx'].map(file =>
            path.join(sources, 'app', file),
        );
        const said = saidByScripts([...frame, path.join(routes, page)]);
        expect(said.size).toBeGreaterThan(20);
        expect([...said].filter(key => !isGiven(key, sectionOf(page)))).toEqual([]);
    });

    it('are none that a page has no use for', () => {
        const given = clientMessages(messages);
        expect(Object.keys(given)).not.toContain('checkout');
        expect(given.privacy).toEqual({ saved: messages.privacy.saved });
        expect(given.suggestions).toEqual(messages.suggestions);
    });

    it('are those of every page, and the section’s own', () => {
        const every = clientMessages(messages);
        const cart = clientMessages(messages, 'cart');
        expect(cart.cart).toMatchObject({ ...every.cart, coupon: messages.cart.coupon });
        expect(cart.stock).toEqual(messages.stock);
        expect(cart.search).toBe(every.search);
    });
});

/** @param key - With its namespace in front; after `*` it may be any that begins so. */
function isGiven(key: string, section: Section | undefined): boolean {
    const [namespace = '', name = ''] = key.split('.');
    const given = clientTexts(section)[namespace as Namespace];
    if (given === 'all' || given === undefined) {
        return given === 'all';
    }
    const [begin = '', isOpen] = name.split('*');
    const wanted = Object.keys(messages[namespace as Namespace]).filter(each =>
        isOpen === undefined ? each === name : each.startsWith(begin),
    );
    return wanted.length > 0 && wanted.every(each => (given as readonly string[]).includes(each));
}
