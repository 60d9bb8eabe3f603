import { LoadFailed } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { productsQuery } from './preview.graphql';
import type { ArrangedProduct } from './rules.graphql';
import { TextField } from './text-field';
import { useAdminQuery } from './use-admin-query';
import { useSettled } from './use-settled';

/** Finds a product that the term does not. */
export function FindProduct({ actions }: { actions: (product: ArrangedProduct) => ReactNode }) {
    const [name, setName] = useState('');
    const asked = useSettled(name.trim());
    return (
        <div className="space-y-2">
            <TextField label={<Trans>Find any product by its name</Trans>} value={name} onChange={setName} />
            {asked.length > 1 && <Named name={asked} actions={actions} />}
        </div>
    );
}

function Named({ name, actions }: { name: string; actions: (product: ArrangedProduct) => ReactNode }) {
    const found = useAdminQuery(productsQuery, { name });
    if (found.isError) {
        return <LoadFailed query={found} />;
    }
    const products = found.data?.products.items ?? [];
    return found.isPending || products.length > 0 ? (
        <ul className="divide-y divide-border">
            {products.map(product => (
                <li key={product.id} className="flex flex-wrap items-center gap-2 py-1">
                    <span className="min-w-32 flex-1 text-sm break-words">{product.name}</span>
                    {actions(product)}
                </li>
            ))}
        </ul>
    ) : (
        <p className="text-sm text-muted-foreground">
            <Trans>No product has this in its name.</Trans>
        </p>
    );
}
