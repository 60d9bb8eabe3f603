import { Trans } from '@lingui/react/macro';
import { defineDashboardExtension } from '@vendure/dashboard';
import { Sparkles } from 'lucide-react';
import { ModelsPage } from './models/models-page';
import { PreviewPage } from './preview/preview-page';
import { ResultsPage } from './results/results-page';
import { RulesPage } from './rules/rules-page';

// The menu looks its titles up as they are: the catalogues have them with an explicit id.
const inMenu = { sectionId: 'efi-recommendations', requiresPermission: ['ReadEfiRecommendations'] };

defineDashboardExtension({
    navSections: [{ id: 'efi-recommendations', title: 'Recommendations', icon: Sparkles, order: 450 }],
    routes: [
        {
            path: '/recommendations',
            loader: () => ({ breadcrumb: () => <Trans>Recommendation results</Trans> }),
            navMenuItem: {
                ...inMenu,
                id: 'efi-recommendations',
                title: 'Results',
                order: 100,
            },
            component: () => <ResultsPage />,
        },
        {
            path: '/recommendation-preview',
            loader: () => ({ breadcrumb: () => <Trans>Recommendation preview</Trans> }),
            navMenuItem: {
                ...inMenu,
                id: 'efi-recommendation-preview',
                title: 'Preview',
                order: 200,
            },
            component: () => <PreviewPage />,
        },
        {
            path: '/recommendation-rules',
            loader: () => ({ breadcrumb: () => <Trans>Recommendation rules</Trans> }),
            navMenuItem: {
                ...inMenu,
                id: 'efi-recommendation-rules',
                title: 'Rules',
                order: 300,
            },
            component: () => <RulesPage />,
        },
        {
            path: '/recommendation-models',
            loader: () => ({ breadcrumb: () => <Trans>Recommendation models</Trans> }),
            navMenuItem: {
                ...inMenu,
                id: 'efi-recommendation-models',
                title: 'Models',
                order: 400,
            },
            component: () => <ModelsPage />,
        },
    ],
});
