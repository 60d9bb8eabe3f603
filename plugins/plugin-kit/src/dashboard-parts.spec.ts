import { generateMessageId } from '@lingui/message-utils/generateMessageId';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from './dashboard/words';

const root = path.join(__dirname, '../../..');
const read = (file: string) => readFileSync(file, 'utf8');
const filesOf = (folder: string, ending: RegExp) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter(file => ending.test(file))
        .map(file => path.join(root, folder, file));

const parts = filesOf('plugins/plugin-kit/src/dashboard', /\.tsx?$/).map(file => ({
    name: path.basename(file).replace(/\.tsx?$/, ''),
    text: read(file),
}));

/** What each file says, and the files of the kit that it is made of. */
function wordsOf(name: string): string[] {
    const text = parts.find(part => part.name === name)?.text ?? '';
    const inner = [...text.matchAll(/from '\.\/([a-z-]+)'/g)].flatMap(([, file]) => wordsOf(file ?? ''));
    const own = [...text.matchAll(/\bwords\.(\w+)/g)].map(
        ([, key]) => words[key as keyof typeof words].message,
    );
    return [...own, ...inner];
}

/** File of the kit by the name of what it exports. */
const fileOf = new Map(
    [
        ...read(path.join(root, 'plugins/plugin-kit/src/dashboard/index.tsx')).matchAll(
            /\{([^}]+)\} from '\.\/([a-z-]+)'/g,
        ),
    ].flatMap(([, names, file]) =>
        (names ?? '').split(',').map(name => [name.replace('type ', '').trim(), file ?? ''] as const),
    ),
);

function wordsThatAPluginNeeds(plugin: string): Set<string> {
    const needed = new Set<string>();
    for (const file of filesOf(`plugins/${plugin}/src/dashboard`, /\.tsx?$/)) {
        for (const [, names] of read(file).matchAll(/\{([^}]+)\} from '@efi\/plugin-kit\/dashboard'/g)) {
            for (const name of (names ?? '').split(',')) {
                wordsOf(fileOf.get(name.replace('type ', '').trim()) ?? '').forEach(word => needed.add(word));
            }
        }
    }
    return needed;
}

const plugins = readdirSync(path.join(root, 'plugins')).filter(
    name => name !== 'plugin-kit' && existsSync(path.join(root, `plugins/${name}/src/dashboard/index.tsx`)),
);

// Tailwind and Lingui look at plugins only, and the kit is none: what it needs has to be there without it.
describe('parts of Dashboard screens', () => {
    it('use no class that the Dashboard does not use itself', () => {
        const known = new Set(
            [
                ...filesOf('node_modules/@vendure/dashboard/src', /\.tsx$/),
                ...filesOf('node_modules/@vendure-io/ui/src', /\.tsx$/),
            ]
                .map(read)
                .flatMap(text => text.split(/[\s'"`]+/)),
        );
        const used = parts.flatMap(({ text }) =>
            [...text.matchAll(/className="([^"]+)"/g)].flatMap(([, classes]) => (classes ?? '').split(/\s+/)),
        );
        expect(used.length).toBeGreaterThan(20);
        expect([...new Set(used)].filter(name => !known.has(name))).toEqual([]);
    });

    it.each(plugins)('find their words in the catalogues of %s, or the Dashboard’s own', plugin => {
        const needed = wordsThatAPluginNeeds(plugin);
        for (const language of ['de', 'fr']) {
            const catalogue = [
                `plugins/${plugin}/src/dashboard/i18n/${language}.po`,
                `node_modules/@vendure/dashboard/src/i18n/locales/${language}.po`,
            ]
                .map(file => read(path.join(root, file)))
                .join('\n');
            expect([...needed].filter(word => !catalogue.includes(`msgid "${word}"\nmsgstr "`))).toEqual([]);
        }
    });

    it.each(Object.values(words))('have the id that Lingui gives “$message”', ({ id, message }) => {
        expect(id).toBe(generateMessageId(message));
    });

    it('are found to need words where they have some', () => {
        expect(wordsOf('reason-dialog')).toEqual(expect.arrayContaining(['Cancel', 'Reason']));
        expect(wordsThatAPluginNeeds('fraud')).toContain('Try again');
    });
});
