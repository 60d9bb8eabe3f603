import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Plural, Trans } from '@lingui/react/macro';
import { Badge } from '@vendure/dashboard';
import type { ReactNode } from 'react';
import { type FoundProduct, type PreviewInput, previewQuery } from './preview.graphql';
import { useAdminQuery } from './use-admin-query';
import { useSettled } from './use-settled';

const SHORTEST_TERM = 3;

/**
 * What a guest finds.
 *
 * @param actions - What can be done with each of the products.
 */
export function Preview({
    input,
    actions,
}: {
    input: PreviewInput;
    actions?: (product: FoundProduct) => ReactNode;
}) {
    const asked = useSettled(input);
    return asked.term.trim().length < SHORTEST_TERM ? (
        <p className="text-sm text-muted-foreground">
            <Trans>A search begins with three characters.</Trans>
        </p>
    ) : (
        <Results input={asked} actions={actions} />
    );
}

function Results({
    input,
    actions,
}: {
    input: PreviewInput;
    actions?: (product: FoundProduct) => ReactNode;
}) {
    const found = useAdminQuery(previewQuery, { input });
    if (found.isPending) {
        return <Loading />;
    }
    if (found.isError) {
        return <LoadFailed query={found} />;
    }
    const { totalItems, items, correctedTerm, pinnedIds, synonyms } = found.data.efiSearchPreview;
    return (
        <div className="space-y-3">
            <p className="text-sm" role="status">
                {totalItems === 0 ? (
                    <Trans>Nothing is found.</Trans>
                ) : (
                    <Plural value={totalItems} one="# product" other="# products" />
                )}
                {correctedTerm !== null && (
                    <>
                        {' '}
                        <Trans>Taken for “{correctedTerm}”.</Trans>
                    </>
                )}
            </p>
            {synonyms.length > 0 && (
                <p className="text-xs text-muted-foreground">
                    <Trans>Also searched for: {synonyms.join(', ')}</Trans>
                </p>
            )}
            <ol className="divide-y divide-border">
                {items.map(product => (
                    <li key={product.productId} className="flex flex-wrap items-center gap-2 py-2">
                        <FoundImage product={product} />
                        <span className="min-w-32 flex-1 text-sm break-words">
                            {product.productName}{' '}
                            {pinnedIds.includes(product.productId) && (
                                <Badge variant="success">
                                    <Trans>Pinned</Trans>
                                </Badge>
                            )}{' '}
                            {!product.inStock && (
                                <Badge variant="secondary">
                                    <Trans>Out of stock</Trans>
                                </Badge>
                            )}
                        </span>
                        {actions?.(product)}
                    </li>
                ))}
            </ol>
        </div>
    );
}

function FoundImage({ product: { productAsset } }: { product: FoundProduct }) {
    return productAsset ? (
        <img
            src={`${productAsset.preview}?preset=tiny`}
            alt=""
            loading="lazy"
            className="size-10 shrink-0 rounded-md object-cover"
        />
    ) : (
        <span className="size-10 shrink-0 rounded-md bg-muted" />
    );
}
