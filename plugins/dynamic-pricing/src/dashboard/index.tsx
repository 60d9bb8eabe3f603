import { Trans } from '@lingui/react/macro';
import { defineDashboardExtension } from '@vendure/dashboard';
import { Tags } from 'lucide-react';
import { DataPage } from './data/data-page';
import { PricePanel } from './history/price-panel';
import { RulePage } from './rules/rule-page';
import { RulesPage } from './rules/rules-page';
import { pricingAlert } from './runs/pricing-alert';
import { RunPage } from './runs/run-page';
import { RunsPage } from './runs/runs-page';
import { SettingsPage } from './settings/settings-page';

// The menu looks its titles up as they are: the catalogues have them with an explicit id.
const inMenu = { sectionId: 'efi-pricing', requiresPermission: ['ReadEfiPricing'] };

defineDashboardExtension({
    navSections: [{ id: 'efi-pricing', title: 'Pricing', icon: Tags, order: 460 }],
    routes: [
        {
            path: '/pricing-runs',
            loader: () => ({ breadcrumb: () => <Trans>Pricing runs</Trans> }),
            navMenuItem: { ...inMenu, id: 'efi-pricing-runs', title: 'Pricing runs', order: 100 },
            component: () => <RunsPage />,
        },
        {
            path: '/pricing-runs/$id',
            loader: ({ params }) => ({
                breadcrumb: [
                    { path: '/pricing-runs', label: <Trans>Pricing runs</Trans> },
                    `#${(params as { id: string }).id}`,
                ],
            }),
            component: route => (
                <RunPage id={route.useParams({ select: (params: { id: string }) => params.id })} />
            ),
        },
        {
            path: '/pricing-rules',
            loader: () => ({ breadcrumb: () => <Trans>Pricing rules</Trans> }),
            navMenuItem: { ...inMenu, id: 'efi-pricing-rules', title: 'Pricing rules', order: 200 },
            component: () => <RulesPage />,
        },
        {
            path: '/pricing-rules/$id',
            loader: () => ({
                breadcrumb: [
                    { path: '/pricing-rules', label: <Trans>Pricing rules</Trans> },
                    <Trans>Rule</Trans>,
                ],
            }),
            component: route => (
                <RulePage id={route.useParams({ select: (params: { id: string }) => params.id })} />
            ),
        },
        {
            path: '/pricing-data',
            loader: () => ({ breadcrumb: () => <Trans>Costs and competitors</Trans> }),
            navMenuItem: { ...inMenu, id: 'efi-pricing-data', title: 'Costs and competitors', order: 300 },
            component: () => <DataPage />,
        },
        {
            path: '/pricing-settings',
            loader: () => ({ breadcrumb: () => <Trans>Pricing settings</Trans> }),
            navMenuItem: { ...inMenu, id: 'efi-pricing-settings', title: 'Pricing settings', order: 400 },
            component: () => <SettingsPage />,
        },
    ],
    pageBlocks: [
        {
            id: 'efi-price-course',
            title: <Trans>Price and reasons</Trans>,
            location: {
                pageId: 'product-variant-detail',
                column: 'main',
                position: { blockId: 'price-and-tax', order: 'after' },
            },
            requiresPermission: ['ReadEfiPricing'],
            shouldRender: ({ entity }) => Boolean(entity),
            component: ({ context }) => <PricePanel variantId={(context.entity as { id: string }).id} />,
        },
    ],
    alerts: [pricingAlert],
});
