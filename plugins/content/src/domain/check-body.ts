import { type BlockParts, blockTypes, fits, pageTexts, type TextRule } from './block-types';
import {
    type BlockType,
    blockTypeNames,
    type ContentBlock,
    type ContentBody,
    type ContentKind,
    type ContentLink,
    linkTargets,
    type Texts,
} from './content';
import { isSafeAddress } from './links';
import { type ContentProblem, Problems } from './problem';

const MOST_BLOCKS = 40;
const SLUG = /^[\p{Ll}\p{Lo}\p{Nd}]+(?:-[\p{Ll}\p{Lo}\p{Nd}]+)*$/u;
const ID = /^\d{1,10}$/;

export interface BodyRules {
    readonly kind: ContentKind;
    /** That the channel speaks. */
    readonly languages: readonly string[];
    /** Leaves only harmless HTML. */
    readonly clean: (html: string) => string;
}

export type CheckedBody =
    | { readonly ok: true; readonly body: ContentBody }
    | { readonly ok: false; readonly problems: readonly ContentProblem[] };

/** Makes a draft of what somebody sent, or says all that is wrong with it. It may still lack what publishing needs. */
export function checkBody(sent: unknown, rules: BodyRules): CheckedBody {
    const check = new BodyCheck(rules);
    const body = check.body(sent);
    return check.problems.found.length > 0
        ? { ok: false, problems: check.problems.found }
        : { ok: true, body };
}

class BodyCheck {
    readonly problems = new Problems();

    constructor(private readonly rules: BodyRules) {}

    body(sent: unknown): ContentBody {
        const { texts, blocks } = this.fields(sent, 'draft', ['texts', 'blocks']);
        return {
            texts: this.texts(texts, 'texts', pageTexts[this.rules.kind]),
            blocks: this.blocks(blocks),
        };
    }

    private blocks(sent: unknown): ContentBlock[] {
        const list = this.list(sent, 'blocks', MOST_BLOCKS);
        const blocks = list.flatMap((block, index) => this.block(block, `blocks.${index}`) ?? []);
        if (new Set(blocks.map(({ id }) => id)).size < blocks.length) {
            this.problems.add('blocks', 'INVALID', 'must each have an id of their own');
        }
        return blocks;
    }

    private block(sent: unknown, at: string): ContentBlock | undefined {
        const names = ['id', 'type', 'assetId', 'link', 'collectionIds', 'productIds', 'texts'];
        const { id, type, ...parts } = this.fields(sent, at, names);
        if (!isBlockType(type) || !fits(this.rules.kind, type)) {
            this.problems.add(
                `${at}.type`,
                'INVALID',
                `must be a type of block that a ${this.rules.kind} has`,
            );
            return undefined;
        }
        const { texts, asset, link, collections = 0, products = 0 }: BlockParts = blockTypes[type];
        return {
            id: this.text(id, `${at}.id`, { most: 40 }),
            type,
            assetId: asset ? this.id(parts.assetId, `${at}.assetId`) : null,
            link: link ? this.link(parts.link, `${at}.link`) : null,
            collectionIds: this.ids(parts.collectionIds, `${at}.collectionIds`, collections),
            productIds: this.ids(parts.productIds, `${at}.productIds`, products),
            texts: this.texts(parts.texts, `${at}.texts`, texts),
        };
    }

    private texts(sent: unknown, at: string, rules: Readonly<Record<string, TextRule>>) {
        const byLanguage = this.fields(sent, at, this.rules.languages);
        return Object.fromEntries(
            Object.entries(byLanguage).map(([language, texts]): [string, Texts] => {
                const named = this.fields(texts, `${at}.${language}`, Object.keys(rules));
                const checked = Object.entries(named).map(([name, text]): [string, string] => [
                    name,
                    this.text(text, `${at}.${language}.${name}`, rules[name] ?? { most: 0 }),
                ]);
                return [language, Object.fromEntries(checked)];
            }),
        );
    }

    private text(sent: unknown, at: string, { most, isHtml, isSlug }: TextRule): string {
        if (typeof sent !== 'string') {
            this.problems.add(at, 'INVALID', 'must be a text');
            return '';
        }
        const text = sent.trim();
        if (text.length > most) {
            this.problems.add(at, 'TOO_LONG', `must have at most ${most} characters`);
            return '';
        }
        if (isSlug && text !== '' && !SLUG.test(text)) {
            this.problems.add(
                at,
                'INVALID',
                'must be small letters, digits and single dashes, such as summer-sale',
            );
        }
        return isHtml ? this.rules.clean(text) : text;
    }

    private link(sent: unknown, at: string): ContentLink | null {
        if (sent === undefined || sent === null) {
            return null;
        }
        const { to, value } = this.fields(sent, at, ['to', 'value']);
        const target = linkTargets.find(known => known === to);
        const address = this.text(value, `${at}.value`, { most: 500 });
        if (!target) {
            this.problems.add(`${at}.to`, 'INVALID', `must be one of ${linkTargets.join(', ')}`);
            return null;
        }
        if (target === 'ADDRESS' && address !== '' && !isSafeAddress(address)) {
            this.problems.add(
                `${at}.value`,
                'UNSAFE_LINK',
                'must be a path that begins with one slash, or an address with https, http, mailto or tel',
            );
        }
        if (target !== 'ADDRESS' && address !== '' && !ID.test(address)) {
            this.problems.add(`${at}.value`, 'INVALID', 'must be an id');
        }
        return address === '' ? null : { to: target, value: address };
    }

    private ids(sent: unknown, at: string, most: number): string[] {
        return this.list(sent, at, most).flatMap((id, index) => this.id(id, `${at}.${index}`) ?? []);
    }

    private id(sent: unknown, at: string): string | null {
        if (sent === undefined || sent === null || sent === '') {
            return null;
        }
        const id = typeof sent === 'number' ? String(sent) : sent;
        if (typeof id !== 'string' || !ID.test(id)) {
            this.problems.add(at, 'INVALID', 'must be an id');
            return null;
        }
        return id;
    }

    private list(sent: unknown, at: string, most: number): unknown[] {
        if (sent !== undefined && sent !== null && !Array.isArray(sent)) {
            this.problems.add(at, 'INVALID', 'must be a list');
            return [];
        }
        const list: unknown[] = sent ?? [];
        if (list.length > most) {
            this.problems.add(at, 'TOO_MANY', `must be at most ${most}`);
            return [];
        }
        return list;
    }

    /** Of an object that has no fields but these. */
    private fields(sent: unknown, at: string, names: readonly string[]): Record<string, unknown> {
        if (sent === undefined || sent === null) {
            return {};
        }
        if (typeof sent !== 'object' || Array.isArray(sent)) {
            this.problems.add(at, 'INVALID', 'must be an object');
            return {};
        }
        const unknown = Object.keys(sent).find(name => !names.includes(name));
        if (unknown !== undefined) {
            this.problems.add(`${at}.${unknown}`.slice(0, 200), 'INVALID', 'is not known here');
            return {};
        }
        return { ...sent };
    }
}

function isBlockType(type: unknown): type is BlockType {
    return blockTypeNames.some(known => known === type);
}
