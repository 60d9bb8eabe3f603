import { Trans } from '@lingui/react/macro';
import { defineDashboardExtension } from '@vendure/dashboard';
import { ShieldAlert } from 'lucide-react';
import { DecisionPage } from './decisions/decision-page';
import { DecisionsPage } from './decisions/decisions-page';
import { waitingAlert } from './decisions/waiting-alert';
import { ListsPage } from './lists/lists-page';
import { ModelsPage } from './models/models-page';
import { OrderScreening } from './order/order-screening';
import { NewRulePage, RulePage } from './rules/rule-page';
import { RulesPage } from './rules/rules-page';
import { ThresholdsPage } from './thresholds/thresholds-page';

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
            path: '/fraud-rules',
            loader: () => ({ breadcrumb: () => <Trans>Fraud rules</Trans> }),
            navMenuItem: { ...inMenu, id: 'efi-fraud-rules', title: 'Rules', order: 200 },
            component: () => <RulesPage />,
        },
        {
            path: '/fraud-rules/$code',
            loader: ({ params }) => ({
                breadcrumb: [
                    { path: '/fraud-rules', label: <Trans>Fraud rules</Trans> },
                    (params as { code: string }).code,
                ],
            }),
            component: route => (
                <RulePage code={route.useParams({ select: (params: { code: string }) => params.code })} />
            ),
        },
        {
            // Not under the rules, where it would be a rule's code.
            path: '/fraud-new-rule',
            loader: () => ({
                breadcrumb: [
                    { path: '/fraud-rules', label: <Trans>Fraud rules</Trans> },
                    <Trans key="new">New fraud rule</Trans>,
                ],
            }),
            component: () => <NewRulePage />,
        },
        {
            path: '/fraud-thresholds',
            loader: () => ({ breadcrumb: () => <Trans>Fraud thresholds</Trans> }),
            navMenuItem: { ...inMenu, id: 'efi-fraud-thresholds', title: 'Thresholds', order: 300 },
            component: () => <ThresholdsPage />,
        },
        {
            path: '/fraud-lists',
            loader: () => ({ breadcrumb: () => <Trans>Fraud lists</Trans> }),
            navMenuItem: { ...inMenu, id: 'efi-fraud-lists', title: 'Lists', order: 400 },
            component: () => <ListsPage />,
        },
        {
            path: '/fraud-models',
            loader: () => ({ breadcrumb: () => <Trans>Fraud models and figures</Trans> }),
            navMenuItem: { ...inMenu, id: 'efi-fraud-models', title: 'Models and figures', order: 500 },
            component: () => <ModelsPage />,
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
