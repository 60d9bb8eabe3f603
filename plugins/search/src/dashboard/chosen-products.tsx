import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, Button } from '@vendure/dashboard';
import { ArrowDownIcon, ArrowUpIcon, XIcon } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { ArrangedProduct } from './rules.graphql';
import { moved } from './terms-text';

/** Products, with buttons to take each away, and to move it where the order counts. */
export function ChosenProducts({
    title,
    none,
    products,
    isOrdered = false,
    onChange,
}: {
    title: ReactNode;
    none: ReactNode;
    products: readonly ArrangedProduct[];
    isOrdered?: boolean;
    onChange: (products: readonly ArrangedProduct[]) => void;
}) {
    const { t } = useLingui();
    const heading = useId();
    const button = (
        label: string,
        icon: ReactNode,
        isDisabled: boolean,
        changed: () => ArrangedProduct[],
    ) => (
        <Button
            type="button"
            variant="ghost"
            size="icon"
            aria-label={label}
            disabled={isDisabled}
            onClick={() => onChange(changed())}
        >
            {icon}
        </Button>
    );
    return (
        <div className="space-y-2">
            <h3 id={heading} className="text-sm font-medium">
                {title}
            </h3>
            {products.length === 0 && <p className="text-sm text-muted-foreground">{none}</p>}
            <ol aria-labelledby={heading} className="divide-y divide-border">
                {products.map(({ id, name, enabled }, index) => (
                    <li key={id} className="flex items-center gap-2 py-1">
                        {isOrdered && (
                            <span className="w-6 text-sm text-muted-foreground tabular-nums">
                                {index + 1}
                            </span>
                        )}
                        <span className="min-w-0 flex-1 text-sm break-words">
                            {name}{' '}
                            {!enabled && (
                                <Badge variant="warning">
                                    <Trans>Disabled: not shown</Trans>
                                </Badge>
                            )}
                        </span>
                        {isOrdered && (
                            <>
                                {button(
                                    t`Move ${name} up`,
                                    <ArrowUpIcon className="size-4" />,
                                    index === 0,
                                    () => moved(products, index, -1),
                                )}
                                {button(
                                    t`Move ${name} down`,
                                    <ArrowDownIcon className="size-4" />,
                                    index === products.length - 1,
                                    () => moved(products, index, 1),
                                )}
                            </>
                        )}
                        {button(t`Take ${name} away`, <XIcon className="size-4" />, false, () =>
                            products.filter(product => product.id !== id),
                        )}
                    </li>
                ))}
            </ol>
        </div>
    );
}
