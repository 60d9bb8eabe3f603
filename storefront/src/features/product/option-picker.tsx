'use client';

import { useTranslations } from 'next-intl';
import { classes } from '@/lib/classes';
import { optionState, type Selection } from './option-matrix';
import type { ShownProduct } from './product-query';

interface Props {
    readonly product: ShownProduct;
    readonly selection: Selection;
    readonly onChoose: (groupId: string, optionId: string) => void;
}

/** The options of a product as radio buttons, each showing whether it can be had. */
export function OptionPicker({ product, selection, onChoose }: Props) {
    return product.optionGroups.map(group => (
        <fieldset key={group.id} className="mt-6">
            <legend className="mb-2.5 text-sm font-medium capitalize">{group.name}</legend>
            <div className="flex flex-wrap gap-2">
                {inOrderOfVariants(group.options, product).map(option => (
                    <OptionButton
                        key={option.id}
                        groupId={group.id}
                        name={option.name}
                        chosen={selection[group.id] === option.id}
                        state={optionState(product.variants, selection, group.id, option.id)}
                        onChoose={() => onChoose(group.id, option.id)}
                    />
                ))}
            </div>
        </fieldset>
    ));
}

/** Merchandisers order variants, small to large say; Vendure gives options in no order of theirs. */
function inOrderOfVariants<Option extends { id: string }>(
    options: readonly Option[],
    product: ShownProduct,
): Option[] {
    const order = product.variants.flatMap(variant => variant.options.map(option => option.id));
    return [...options].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

interface ButtonProps {
    readonly groupId: string;
    readonly name: string;
    readonly chosen: boolean;
    readonly state: ReturnType<typeof optionState>;
    readonly onChoose: () => void;
}

function OptionButton({ groupId, name, chosen, state, onChoose }: ButtonProps) {
    const t = useTranslations('product');
    return (
        <label
            className={classes(
                'flex min-h-11 cursor-pointer items-center rounded-full border px-5 text-[0.95rem] transition-colors',
                'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
                chosen ? 'border-ink bg-ink text-paper' : 'border-edge hover:border-ink',
                state === 'soldOut' && 'line-through decoration-1',
                state === 'impossible' && !chosen && 'border-dashed text-muted',
            )}
        >
            <input
                type="radio"
                name={`option-${groupId}`}
                className="sr-only"
                checked={chosen}
                onChange={onChoose}
            />
            {name}
            {state === 'soldOut' && <span className="sr-only">({t('soldOut')})</span>}
            {state === 'impossible' && <span className="sr-only">({t('notOffered')})</span>}
        </label>
    );
}
