import { Trans } from '@lingui/react/macro';
import { defineDashboardExtension } from '@vendure/dashboard';
import { OrderPlace } from './order-place';
import { PickUpPlace } from './pick-up-place';

defineDashboardExtension({
    pageBlocks: [
        {
            id: 'efi-pick-up-place',
            title: <Trans>Pick-up place</Trans>,
            location: {
                pageId: 'stock-location-detail',
                column: 'main',
                position: { blockId: 'main-form', order: 'after' },
            },
            requiresPermission: ['ReadStockLocation'],
            shouldRender: ({ entity }) => Boolean(entity),
            component: ({ context }) => <PickUpPlace locationId={(context.entity as { id: string }).id} />,
        },
        {
            id: 'efi-order-pick-up-place',
            title: <Trans>Pick-up place</Trans>,
            location: {
                pageId: 'order-detail',
                column: 'side',
                position: { blockId: 'customer', order: 'after' },
            },
            requiresPermission: ['ReadOrder'],
            shouldRender: ({ entity }) => Boolean(entity),
            component: ({ context }) => <OrderPlace orderId={(context.entity as { id: string }).id} />,
        },
    ],
});
