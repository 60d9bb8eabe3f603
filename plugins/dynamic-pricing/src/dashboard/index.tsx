import { defineDashboardExtension } from '@vendure/dashboard';
import { NoticesPage } from './notices-page';

defineDashboardExtension({
    routes: [
        {
            path: '/dynamic-pricing',
            loader: () => ({ breadcrumb: 'Dynamic pricing' }),
            navMenuItem: {
                id: 'dynamic-pricing',
                title: 'Dynamic pricing',
                sectionId: 'marketing',
                requiresPermission: ['EfiManageDynamicPricing'],
            },
            component: route => <NoticesPage route={route} />,
        },
    ],
});
