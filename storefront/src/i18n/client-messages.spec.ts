import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import messages from '../../messages/en.json';
import { clientNamespaces, type Namespace, type Section } from './client-messages';

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

/** What a file says itself. A translator of all namespaces is asked with their names in front. */
function saidIn(file: string): string[] {
    const text = read(file);
    const own = [...text.matchAll(/useTranslations\('(\w+)'\)/g)].map(([, name]) => name ?? '');
    const ofAll = text.includes('useTranslations()')
        ? [...text.matchAll(/['`](\w+)\.\w/g)].flatMap(([, name = '']) => (name in messages ? [name] : []))
        : [];
    return [...own, ...ofAll];
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
        expect(said.size).toBeGreaterThan(5);
        const given: ReadonlySet<string> = new Set<Namespace>(clientNamespaces(sectionOf(page)));
        expect([...said].filter(name => !given.has(name))).toEqual([]);
    });
});
