import { useTranslations } from 'next-intl';
import type { MouseEvent, ReactNode } from 'react';
import { Link } from '@/i18n/navigation';
import { classes } from '@/lib/classes';
import { inOrderOfVariants } from '@/lib/option-order';
import { wantsElsewhere } from '@/lib/wants-elsewhere';
import { optionState, variantWith, type Selection } from './option-matrix';
import type { ShownProduct } from './product-query';

interface Props {
    readonly product: ShownProduct;
    readonly selection: Selection;
    readonly onChoose: (variantId: string) => void;
    /** By the id of the option group, what helps to choose. */
    readonly guides: Readonly<Record<string, ReactNode>>;
}

/**
 * The options of a product, each showing whether it can be had. They are links to the product with that option, which lead
 * there before scripts have come, and without.
 */
export function OptionPicker({ product, selection, onChoose, guides }: Props) {
    return product.optionGroups.map(group => (
        <fieldset key={group.id} className="mt-6">
            <legend className="mb-2.5 text-sm font-medium capitalize">{group.name}</legend>
            <div className="flex flex-wrap gap-2">
                {inOrderOfVariants(group.options, product.variants).map(option => (
                    <OptionLink
                        key={option.id}
                        name={option.name}
                        variantId={variantWith(product.variants, selection, group.id, option.id)?.id}
                        chosen={selection[group.id] === option.id}
                        state={optionState(product.variants, selection, group.id, option.id)}
                        onChoose={onChoose}
                    />
                ))}
            </div>
            {guides[group.id]}
        </fieldset>
    ));
}

interface LinkProps {
    readonly name: string;
    /** Of what it leads to; none for an option that no variant has. */
    readonly variantId: string | undefined;
    readonly chosen: boolean;
    readonly state: ReturnType<typeof optionState>;
    readonly onChoose: (variantId: string) => void;
}

function OptionLink({ name, variantId, chosen, state, onChoose }: LinkProps) {
    const t = useTranslations('product');

    function press(event: MouseEvent) {
        if (variantId !== undefined && !wantsElsewhere(event)) {
            event.preventDefault();
            onChoose(variantId);
        }
    }

    return (
        <Link
            href={variantId === undefined ? '?' : `?variant=${variantId}`}
            scroll={false}
            rel="nofollow"
            aria-current={chosen || undefined}
            onClick={press}
            className={classes(
                'flex min-h-11 items-center rounded-full border px-5 text-[0.95rem] transition-colors',
                chosen ? 'border-ink bg-ink text-paper' : 'border-edge hover:border-ink',
                state === 'soldOut' && 'line-through decoration-1',
                state === 'impossible' && !chosen && 'border-dashed text-muted',
            )}
        >
            {name}
            {state === 'soldOut' && <span className="sr-only">({t('soldOut')})</span>}
            {state === 'impossible' && <span className="sr-only">({t('notOffered')})</span>}
        </Link>
    );
}
