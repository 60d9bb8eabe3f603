import { useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { RichTextEditor } from '@vendure/dashboard';
import { useId } from 'react';
import { AssetField } from './asset-field';
import { type Block, blockParts, withText } from './draft';
import { EntitiesPicker } from './entity-picker';
import { texts } from './labels';
import { LinkField } from './link-field';
import { FieldProblem, TextField } from './text-field';

export interface Editing {
    readonly language: string;
    readonly defaultLanguage: string;
    /** What is wrong with a field, or with any below it. */
    readonly problemOf: (field: string) => string | undefined;
}

/** What a block says and shows, in one language. */
export function BlockFields({
    block,
    at,
    editing,
    onChange,
}: {
    block: Block;
    at: string;
    editing: Editing;
    onChange: (block: Block) => void;
}) {
    const { texts: names = [], asset, link, collections, products } = blockParts[block.type] ?? {};
    const { problemOf } = editing;
    return (
        <div className="space-y-4">
            {names.map(name => (
                <Text key={name} name={name} {...{ block, at, editing, onChange }} />
            ))}
            {asset && (
                <AssetField
                    assetId={block.assetId ?? null}
                    problem={problemOf(`${at}.assetId`)}
                    onChange={assetId => onChange({ ...block, assetId })}
                />
            )}
            {asset && block.assetId && <Text name="alt" {...{ block, at, editing, onChange }} />}
            {link && (
                <LinkField
                    link={block.link ?? null}
                    problem={problemOf(`${at}.link`)}
                    onChange={changed => onChange({ ...block, link: changed })}
                />
            )}
            {collections && (
                <EntitiesPicker
                    kind="collection"
                    label={products ? <Trans>Products of the collection</Trans> : <Trans>Collections</Trans>}
                    value={block.collectionIds ?? []}
                    problem={problemOf(`${at}.collectionIds`)}
                    onChange={collectionIds => onChange({ ...block, collectionIds })}
                />
            )}
            {products && (
                <EntitiesPicker
                    kind="product"
                    label={<Trans>Or these products, in their order</Trans>}
                    value={block.productIds ?? []}
                    problem={problemOf(`${at}.productIds`)}
                    onChange={productIds => onChange({ ...block, productIds })}
                />
            )}
        </div>
    );
}

function Text({
    name,
    block,
    at,
    editing: { language, defaultLanguage, problemOf },
    onChange,
}: {
    name: string;
    block: Block;
    at: string;
    editing: Editing;
    onChange: (block: Block) => void;
}) {
    const label = useLabel();
    const heading = useId();
    const value = block.texts?.[language]?.[name] ?? '';
    const problem = problemOf(`${at}.texts.${language}.${name}`);
    const change = (text: string) => onChange(withText(block, language, name, text));
    if (name === 'html') {
        return (
            <div role="group" aria-labelledby={heading} className="space-y-2">
                <span id={heading} className="block text-sm font-medium">
                    {label(texts, name)}
                </span>
                <RichTextEditor key={language} value={value} onChange={change} />
                <FieldProblem problem={problem} />
            </div>
        );
    }
    return (
        <TextField
            label={label(texts, name)}
            isLong={name === 'text'}
            value={value}
            placeholder={language === defaultLanguage ? undefined : block.texts?.[defaultLanguage]?.[name]}
            problem={problem}
            onChange={change}
        />
    );
}
