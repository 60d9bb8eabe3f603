import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import de from '../../messages/de.json';
import en from '../../messages/en.json';
import fr from '../../messages/fr.json';

interface Tree {
    readonly [key: string]: string | Tree;
}

/** Every message by its full name, with the arguments and tags that it uses. */
function argumentsOf(messages: Tree, prefix = ''): Map<string, string[]> {
    return new Map(
        Object.entries(messages).flatMap(([key, value]) =>
            typeof value === 'string'
                ? [[prefix + key, [...new Set(names(parse(value)))].sort()] as const]
                : [...argumentsOf(value, `${prefix}${key}.`)],
        ),
    );
}

function names(elements: readonly MessageFormatElement[]): string[] {
    return elements.flatMap(element => {
        switch (element.type) {
            case TYPE.literal:
            case TYPE.pound:
                return [];
            case TYPE.tag:
                return [`<${element.value}>`, ...names(element.children)];
            case TYPE.plural:
            case TYPE.select:
                return [
                    element.value,
                    ...Object.values(element.options).flatMap(option => names(option.value)),
                ];
            case TYPE.argument:
            case TYPE.date:
            case TYPE.number:
            case TYPE.time:
                return [element.value];
        }
    });
}

describe.each([
    ['de', de],
    ['fr', fr],
])('messages in %s', (_language, messages) => {
    it('are complete, take the same arguments as the English ones, and no more', () => {
        expect(Object.fromEntries(argumentsOf(messages))).toEqual(Object.fromEntries(argumentsOf(en)));
    });
});

describe('messages', () => {
    it('are told apart when an argument differs', () => {
        expect(argumentsOf({ a: 'Hello {name}' })).not.toEqual(argumentsOf({ a: 'Hello {nme}' }));
    });

    it.each([en, de, fr])('have no empty text', messages => {
        expect(JSON.stringify(messages)).not.toContain('""');
    });
});
