import { Trans } from '@lingui/react/macro';
import { defineDashboardExtension } from '@vendure/dashboard';
import { DeliveryTime } from './delivery-time';

defineDashboardExtension({
    pageBlocks: [
        {
            id: 'efi-delivery-time',
            title: <Trans>Delivery time</Trans>,
            location: {
                pageId: 'shipping-method-detail',
                column: 'main',
                position: { blockId: 'main-form', order: 'after' },
            },
            requiresPermission: ['ReadSettings', 'ReadShippingMethod'],
            shouldRender: ({ entity }) => Boolean(entity),
            component: ({ context }) => <DeliveryTime methodId={(context.entity as { id: string }).id} />,
        },
    ],
});
