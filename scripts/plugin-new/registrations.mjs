import { GeneratorError } from './names.mjs';

/**
 * The files of the application that name each plugin, and how a plugin gets into them. The edits keep the rest of
 * a file as it is; the formatter runs afterwards.
 *
 * @type {Readonly<Record<string, (text: string, names: Readonly<Record<string, string>>) => string>>}
 */
export const registrations = {
    'package.json': (text, names) => {
        const manifest = JSON.parse(text);
        const dependencies = { ...manifest.dependencies, [packageName(names)]: '0.1.0' };
        manifest.dependencies = Object.fromEntries(
            Object.entries(dependencies).sort(([a], [b]) => (a < b ? -1 : 1)),
        );
        return `${JSON.stringify(manifest, null, 4)}\n`;
    },

    'tsconfig.json': (text, names) => {
        const folder = `./plugins/${names['my-feature']}`;
        const path = `"${packageName(names)}": ["${folder}/src/index.ts"]`;
        return append(append(text, '"paths": {', path), '"references": [', `{ "path": "${folder}" }`);
    },

    'migrations/index.ts': (text, names) => {
        const list = `${names.myFeature}Migrations`;
        return append(
            addImport(text, list, names),
            'export const migrations: MigrationClass[] = [',
            `...${list}`,
        );
    },

    'src/vendure-config.ts': (text, names) => {
        const plugin = `${names.MyFeature}Plugin`;
        return append(addImport(text, plugin, names), 'plugins: [', `${plugin}.init()`);
    },
};

function packageName(names) {
    return `@efi/${names['my-feature']}-plugin`;
}

function addImport(text, symbol, names) {
    return `import { ${symbol} } from '${packageName(names)}';\n${text}`;
}

/** Adds an element to the end of the list or object that `opening` opens. */
function append(text, opening, element) {
    const begin = text.indexOf(opening);
    const end = begin < 0 ? -1 : closingBracket(text, begin + opening.length);
    if (end < 0) {
        throw new GeneratorError(`Nothing was changed: can't find the list that begins with "${opening}".`);
    }
    const before = text.slice(0, end).trimEnd();
    const comma = /[,[{]$/.test(before) ? '' : ',';
    return `${before}${comma}\n${element}\n${text.slice(end)}`;
}

/** Index of the bracket that closes the one just before `from`, or -1. */
function closingBracket(text, from) {
    let depth = 1;
    for (let index = from; index < text.length; index++) {
        depth += { '[': 1, '{': 1, ']': -1, '}': -1 }[text[index]] ?? 0;
        if (depth === 0) {
            return index;
        }
    }
    return -1;
}
