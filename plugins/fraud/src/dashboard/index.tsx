import { Trans } from '@lingui/react/macro';
import { defineDashboardExtension } from '@vendure/dashboard';
import { ShieldAlert } from 'lucide-react';
import { DecisionPage } from './decisions/decision-page';
import { DecisionsPage } from './decisions/decisions-page';
import { waitingAlert } from './decisions/waiting-alert';
import { OrderScreening } from './order/order-screening';

// The menu looks its titles up as they are: the catalogues have them with an explicit id.
const inMenu = { sectionId: 'efi-fraud', requiresPermission: ['EfiReadFraud'] };

defineDashboardExtension({
    navSections: [{ id: 'efi-fraud', title: 'Fraud', icon: ShieldAlert, order: 360 }],
    routes: [
        {
            path: '/fraud',
            loader: () => ({ breadcrumb: () => <Trans>Fraud reviews</Trans> }),
            navMenuItem: { ...inMenu, id: 'efi-fraud', title: 'Reviews and appeals', order: 100 },
            component: () => <DecisionsPage />,
        },
        {
            path: '/fraud/$id',
            loader: ({ params }) => ({
                breadcrumb: [
                    { path: '/fraud', label: <Trans>Fraud reviews</Trans> },
                    (params as { id: string }).id,
                ],
            }),
            component: route => (
                <DecisionPage id={route.useParams({ select: (params: { id: string }) => params.id })} />
            ),
        },
    ],
    pageBlocks: [
        {
            id: 'efi-order-screening',
            title: <Trans>Fraud screening</Trans>,
            location: {
                pageId: 'order-detail',
                column: 'main',
                position: { blockId: 'payment-details', order: 'before' },
            },
            requiresPermission: ['EfiReadFraud'],
            shouldRender: ({ entity }) => Boolean(entity),
            component: ({ context }) => <OrderScreening orderId={(context.entity as { id: string }).id} />,
        },
    ],
    alerts: [waitingAlert],
});
