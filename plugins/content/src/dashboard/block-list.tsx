import { Choice, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, toast } from '@vendure/dashboard';
import { ArrowDownIcon, ArrowUpIcon, PlusIcon, TrashIcon } from 'lucide-react';
import { useState } from 'react';
import { BlockFields, type Editing } from './block-fields';
import {
    type Block,
    blockTypesOf,
    changedBlock,
    type Draft,
    movedBlock,
    withBlock,
    withoutBlock,
} from './draft';
import { blockTypes } from './labels';

const TEN_SECONDS = 10_000;

type Change = (change: (draft: Draft) => Draft) => void;

/** The parts of a page, in the order in which they are shown. */
export function BlockList({
    kind,
    draft,
    editing,
    onChange,
}: {
    kind: string;
    draft: Draft;
    editing: Editing;
    onChange: Change;
}) {
    return (
        <div className="space-y-4">
            {draft.blocks.length === 0 && (
                <p className="text-sm text-muted-foreground">
                    <Trans>Nothing here yet. Add the first part below.</Trans>
                </p>
            )}
            <ol className="space-y-4">
                {draft.blocks.map((block, index) => (
                    <li key={block.id} className="space-y-4 rounded-md border border-border p-4">
                        <BlockHead
                            block={block}
                            index={index}
                            count={draft.blocks.length}
                            onChange={onChange}
                        />
                        <BlockFields
                            block={block}
                            at={`blocks.${index}`}
                            editing={editing}
                            onChange={changed => onChange(now => changedBlock(now, changed))}
                        />
                    </li>
                ))}
            </ol>
            <AddBlock kind={kind} onChange={onChange} />
        </div>
    );
}

function BlockHead({
    block,
    index,
    count,
    onChange,
}: {
    block: Block;
    index: number;
    count: number;
    onChange: Change;
}) {
    const { t } = useLingui();
    const label = useLabel();
    const name = `${index + 1}. ${label(blockTypes, block.type)}`;
    const remove = () => {
        onChange(now => withoutBlock(now, block.id));
        toast.success(t`${name} is removed.`, {
            duration: TEN_SECONDS,
            action: { label: t`Undo`, onClick: () => onChange(now => withBlock(now, index, block)) },
        });
    };
    return (
        <div className="flex flex-wrap items-center gap-2">
            <h3 className="mr-auto font-medium">{name}</h3>
            <Button
                type="button"
                variant="ghost"
                size="icon"
                aria-label={t`Move ${name} up`}
                disabled={index === 0}
                onClick={() => onChange(now => movedBlock(now, index, -1))}
            >
                <ArrowUpIcon className="size-4" />
            </Button>
            <Button
                type="button"
                variant="ghost"
                size="icon"
                aria-label={t`Move ${name} down`}
                disabled={index === count - 1}
                onClick={() => onChange(now => movedBlock(now, index, 1))}
            >
                <ArrowDownIcon className="size-4" />
            </Button>
            <Button type="button" variant="ghost" size="icon" aria-label={t`Remove ${name}`} onClick={remove}>
                <TrashIcon className="size-4" />
            </Button>
        </div>
    );
}

function AddBlock({ kind, onChange }: { kind: string; onChange: Change }) {
    const types = blockTypesOf(kind);
    const [type, setType] = useState(types[0] ?? '');
    const offered = Object.fromEntries(Object.entries(blockTypes).filter(([name]) => types.includes(name)));
    const add = () =>
        onChange(now => withBlock(now, now.blocks.length, { id: crypto.randomUUID(), type, texts: {} }));
    return (
        <div className="flex flex-wrap items-end gap-2">
            {types.length > 1 && (
                <Choice label={<Trans>New part</Trans>} labels={offered} value={type} onChange={setType} />
            )}
            <Button type="button" variant="outline" onClick={add}>
                <PlusIcon className="size-4" />
                {kind === 'MENU' ? <Trans>Add a link</Trans> : <Trans>Add</Trans>}
            </Button>
        </div>
    );
}
