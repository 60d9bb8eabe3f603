import { Trans } from '@lingui/react/macro';
import { defineDashboardExtension } from '@vendure/dashboard';
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
    ],
});
