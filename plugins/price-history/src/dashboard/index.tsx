import { Trans } from '@lingui/react/macro';
import { defineDashboardExtension } from '@vendure/dashboard';
import { PriceHistoryPanel } from './price-history-panel';

defineDashboardExtension({
    pageBlocks: [
        {
            id: 'efi-price-history',
            title: <Trans>Price history</Trans>,
            location: {
                pageId: 'product-variant-detail',
                column: 'main',
                position: { blockId: 'price-and-tax', order: 'after' },
            },
            requiresPermission: ['ReadCatalog', 'ReadProduct'],
            // A variant that is just being made has no history.
            shouldRender: context => variantId(context) !== undefined,
            component: ({ context }) => <PriceHistoryPanel variantId={variantId(context) ?? ''} />,
        },
    ],
});

function variantId(context: { entity?: unknown }): string | undefined {
    return (context.entity as { id?: string } | undefined)?.id;
}
