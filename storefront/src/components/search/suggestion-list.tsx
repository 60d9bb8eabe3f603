import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';
import { classes } from '@/lib/classes';
import { assetImage } from '@/lib/asset-image';
import type { Option } from '@/lib/search/suggestions';

interface Props {
    readonly id: string;
    readonly options: readonly Option[];
    /** The line that the arrow keys have led to; -1 for none. */
    readonly active: number;
    readonly onChoose: () => void;
}

export function optionId(listId: string, index: number): string {
    return `${listId}-${index}`;
}

/** What is suggested, as a list box. The focus stays in the field; each line is a link of its own for a pointer. */
export function SuggestionList({ id, options, active, onChoose }: Props) {
    const t = useTranslations('suggestions');
    return (
        <div
            id={id}
            role="listbox"
            aria-label={t('list')}
            // A press would take the focus from the field and close the list before it is a click.
            onMouseDown={event => event.preventDefault()}
            className="absolute inset-x-0 top-full z-40 mt-2 max-h-[70dvh] overflow-y-auto overscroll-contain rounded-2xl border border-line bg-raised py-2 shadow-xl md:left-auto md:w-96"
        >
            {options.map((option, index) => (
                <Link
                    key={option.key}
                    id={optionId(id, index)}
                    role="option"
                    aria-selected={index === active}
                    tabIndex={-1}
                    href={option.href}
                    onClick={onChoose}
                    className={classes(
                        'mx-2 flex min-h-11 items-center gap-3 rounded-xl px-2 py-1.5 text-[0.95rem] hover:bg-surface',
                        index === active && 'bg-surface outline-2 -outline-offset-2 outline-accent',
                    )}
                >
                    <Picture option={option} />
                    <Words option={option} />
                </Link>
            ))}
        </div>
    );
}

function Picture({ option }: { option: Option }) {
    return (
        <span className="relative grid size-10 shrink-0 place-items-center overflow-hidden rounded-lg bg-surface text-muted">
            {option.image ? (
                <img src={assetImage(option.image, 96)} alt="" className="size-full object-cover" />
            ) : (
                <Search size={16} aria-hidden />
            )}
        </span>
    );
}

function Words({ option: { kind, name } }: { option: Option }) {
    const t = useTranslations('suggestions');
    switch (kind) {
        case 'correction':
            return <span>{t('correction', { term: name })}</span>;
        case 'collection':
            return (
                <span>
                    {name} <span className="text-sm text-muted">{t('collection')}</span>
                </span>
            );
        case 'product':
            return <span className="line-clamp-2">{name}</span>;
        case 'all':
            return <span className="text-accent">{t('all', { term: name })}</span>;
    }
}
