import { defineDashboardExtension } from '@vendure/dashboard';
import { NoticesPage } from './notices-page';

defineDashboardExtension({
    routes: [
        {
            path: '/fraud',
            loader: () => ({ breadcrumb: 'Fraud' }),
            navMenuItem: {
                id: 'fraud',
                title: 'Fraud',
                sectionId: 'marketing',
                requiresPermission: ['EfiManageFraud'],
            },
            component: route => <NoticesPage route={route} />,
        },
    ],
});
