import { blockTypes, pageTexts, type TextRule } from './block-types';
import type { ContentBody, ContentKind, Texts } from './content';
import { type ContentProblem, Problems } from './problem';

/** What a draft still lacks to be published, in the language that stands in for all others. */
export function checkComplete(
    kind: ContentKind,
    body: ContentBody,
    language: string,
): readonly ContentProblem[] {
    const problems = new Problems();
    const needTexts = (
        texts: Readonly<Record<string, Texts>>,
        at: string,
        rules: Readonly<Record<string, TextRule>>,
    ) => {
        for (const [name, { isNeeded }] of Object.entries(rules)) {
            if (isNeeded && !texts[language]?.[name]) {
                problems.add(`${at}.${language}.${name}`, 'REQUIRED', 'is needed');
            }
        }
    };
    needTexts(body.texts, 'texts', pageTexts[kind]);
    if (body.blocks.length === 0) {
        problems.add('blocks', 'REQUIRED', 'must have at least one');
    }
    body.blocks.forEach((block, index) => {
        const { texts, asset, link, isOfCatalogue } = blockTypes[block.type];
        const at = `blocks.${index}`;
        needTexts(block.texts, `${at}.texts`, texts);
        if (asset === 'needed' && block.assetId === null) {
            problems.add(`${at}.assetId`, 'REQUIRED', 'is needed');
        }
        if (link === 'needed' && block.link === null) {
            problems.add(`${at}.link.value`, 'REQUIRED', 'is needed');
        }
        if (isOfCatalogue && block.collectionIds.length + block.productIds.length === 0) {
            problems.add(`${at}.collectionIds`, 'REQUIRED', 'must have something to show');
        }
    });
    return problems.found;
}
