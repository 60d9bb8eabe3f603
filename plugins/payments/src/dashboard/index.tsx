import { Trans } from '@lingui/react/macro';
import { defineDashboardExtension } from '@vendure/dashboard';
import { CreditCard } from 'lucide-react';
import { OrderPayments } from './order/order-payments';
import { OrderReservations } from './order/order-reservations';
import { PaymentPage } from './payments/payment-page';
import { PaymentsPage } from './payments/payments-page';
import { ProvidersPage } from './providers/providers-page';
import { quarantineAlert } from './quarantine/quarantine-alert';
import { QuarantinePage } from './quarantine/quarantine-page';
import { ReconciliationPage } from './reconciliation/reconciliation-page';

// The menu looks its titles up as they are: the catalogues have them with an explicit id.
const inMenu = { sectionId: 'efi-payments', requiresPermission: ['ReadEfiPayments'] };

defineDashboardExtension({
    navSections: [{ id: 'efi-payments', title: 'Payments', icon: CreditCard, order: 350 }],
    routes: [
        {
            path: '/payments',
            loader: () => ({ breadcrumb: () => <Trans>All payments</Trans> }),
            navMenuItem: { ...inMenu, id: 'efi-payments', title: 'All payments', order: 100 },
            component: route => <PaymentsPage route={route} />,
        },
        {
            path: '/payments/$id',
            loader: ({ params }) => ({
                breadcrumb: [
                    { path: '/payments', label: <Trans>All payments</Trans> },
                    (params as { id: string }).id.slice(0, 8),
                ],
            }),
            component: route => (
                <PaymentPage id={route.useParams({ select: (params: { id: string }) => params.id })} />
            ),
        },
        {
            path: '/payment-quarantine',
            loader: () => ({ breadcrumb: () => <Trans>Quarantine</Trans> }),
            navMenuItem: { ...inMenu, id: 'efi-payment-quarantine', title: 'Quarantine', order: 200 },
            component: () => <QuarantinePage />,
        },
        {
            path: '/payment-providers',
            loader: () => ({ breadcrumb: () => <Trans>Providers</Trans> }),
            navMenuItem: { ...inMenu, id: 'efi-payment-providers', title: 'Providers', order: 300 },
            component: () => <ProvidersPage />,
        },
        {
            path: '/payment-reconciliation',
            loader: () => ({ breadcrumb: () => <Trans>Reconciliation</Trans> }),
            navMenuItem: { ...inMenu, id: 'efi-payment-reconciliation', title: 'Reconciliation', order: 400 },
            component: () => <ReconciliationPage />,
        },
    ],
    pageBlocks: [
        {
            id: 'efi-order-payments',
            title: <Trans>Payment ledger</Trans>,
            location: {
                pageId: 'order-detail',
                column: 'main',
                position: { blockId: 'payment-details', order: 'after' },
            },
            requiresPermission: ['ReadEfiPayments'],
            shouldRender: ({ entity }) => Boolean(entity),
            component: ({ context }) => <OrderBlock order={context.entity as Order} />,
        },
    ],
    alerts: [quarantineAlert],
});

interface Order {
    readonly id: string;
    readonly code: string;
}

function OrderBlock({ order }: { order: Order }) {
    return (
        <>
            <OrderPayments orderCode={order.code} />
            <OrderReservations orderId={order.id} />
        </>
    );
}
