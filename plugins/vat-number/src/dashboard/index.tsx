import { Trans } from '@lingui/react/macro';
import { defineDashboardExtension } from '@vendure/dashboard';
import { OrderVatNumber } from './order-vat-number';

defineDashboardExtension({
    pageBlocks: [
        {
            id: 'efi-vat-number',
            title: <Trans>VAT number</Trans>,
            location: {
                pageId: 'order-detail',
                column: 'side',
                position: { blockId: 'customer', order: 'after' },
            },
            requiresPermission: ['ReadOrder'],
            shouldRender: ({ entity }) => Boolean(entity),
            component: ({ context }) => <OrderVatNumber orderId={(context.entity as { id: string }).id} />,
        },
    ],
});
