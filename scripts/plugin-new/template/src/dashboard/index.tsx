import { defineDashboardExtension } from '@vendure/dashboard';
import { NoticesPage } from './notices-page';

defineDashboardExtension({
    routes: [
        {
            path: '/my-feature',
            loader: () => ({ breadcrumb: 'My feature' }),
            navMenuItem: {
                id: 'my-feature',
                title: 'My feature',
                sectionId: 'marketing',
                requiresPermission: ['EfiManageMyFeature'],
            },
            component: route => <NoticesPage route={route} />,
        },
    ],
});
