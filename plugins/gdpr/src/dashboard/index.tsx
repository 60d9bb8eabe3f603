import { Trans } from '@lingui/react/macro';
import { defineDashboardExtension } from '@vendure/dashboard';
import { Fingerprint } from 'lucide-react';
import { ConsentPage } from './consent/consent-page';
import { CustomerData } from './customer/customer-data';
import { KeysPage } from './keys/keys-page';
import { RecordPage } from './record/record-page';
import { overdueAlert } from './requests/overdue-alert';
import { RequestPage } from './requests/request-page';
import { RequestsPage } from './requests/requests-page';
import { RetentionPage } from './retention/retention-page';

// The menu looks its titles up as they are: the catalogues have them with an explicit id.
const inMenu = { sectionId: 'efi-privacy', requiresPermission: ['ReadEfiPrivacy'] };

defineDashboardExtension({
    navSections: [{ id: 'efi-privacy', title: 'Privacy', icon: Fingerprint, order: 370 }],
    routes: [
        {
            path: '/privacy-requests',
            loader: () => ({ breadcrumb: () => <Trans>Privacy requests</Trans> }),
            navMenuItem: { ...inMenu, id: 'efi-privacy-requests', title: 'Privacy requests', order: 100 },
            component: () => <RequestsPage />,
        },
        {
            path: '/privacy-requests/$id',
            loader: ({ params }) => ({
                breadcrumb: [
                    { path: '/privacy-requests', label: <Trans>Privacy requests</Trans> },
                    (params as { id: string }).id.slice(0, 8),
                ],
            }),
            component: route => (
                <RequestPage id={route.useParams({ select: (params: { id: string }) => params.id })} />
            ),
        },
        {
            path: '/consent',
            loader: () => ({ breadcrumb: () => <Trans>Consent</Trans> }),
            navMenuItem: { ...inMenu, id: 'efi-consent', title: 'Consent', order: 200 },
            component: () => <ConsentPage />,
        },
        {
            path: '/processing-record',
            loader: () => ({ breadcrumb: () => <Trans>Processing record</Trans> }),
            navMenuItem: { ...inMenu, id: 'efi-processing-record', title: 'Processing record', order: 300 },
            component: () => <RecordPage />,
        },
        {
            path: '/retention',
            loader: () => ({ breadcrumb: () => <Trans>Retention</Trans> }),
            navMenuItem: { ...inMenu, id: 'efi-retention', title: 'Retention', order: 400 },
            component: () => <RetentionPage />,
        },
        {
            path: '/encryption-keys',
            loader: () => ({ breadcrumb: () => <Trans>Encryption keys</Trans> }),
            navMenuItem: { ...inMenu, id: 'efi-encryption-keys', title: 'Encryption keys', order: 500 },
            component: () => <KeysPage />,
        },
    ],
    pageBlocks: [
        {
            id: 'efi-customer-personal-data',
            title: <Trans>Personal data</Trans>,
            location: {
                pageId: 'customer-detail',
                column: 'main',
                position: { blockId: 'history', order: 'before' },
            },
            requiresPermission: ['ReadEfiPrivacy'],
            shouldRender: ({ entity }) => Boolean(entity),
            component: ({ context }) => {
                const { id } = context.entity as { readonly id: string };
                return <CustomerData key={id} customerId={id} />;
            },
        },
    ],
    alerts: [overdueAlert],
});
