import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type DashboardExtension, DropdownMenuItem } from '@vendure/dashboard';
import { pageOf, type Search } from './entry-search';

type Items = NonNullable<DashboardExtension['actionBarItems']>;

interface Thing {
    readonly id: string;
    readonly emailAddress?: string;
    readonly user?: { readonly identifier?: string };
}

/** In the menus of what the trail tells of: the way from a thing to its entries. */
export const resourceLinks: Items = [
    linkOf('product-detail', 'Product'),
    linkOf('product-variant-detail', 'ProductVariant'),
    linkOf('order-detail', 'Order'),
    linkOf('customer-detail', 'Customer'),
    linkOf('administrator-detail', 'Administrator'),
    itemOf('administrator-detail', 'acts', <Trans>What they did</Trans>, ({ emailAddress }) =>
        emailAddress ? { user: emailAddress } : undefined,
    ),
];

function linkOf(pageId: string, resourceType: string): Items[number] {
    return itemOf(pageId, 'entries', <Trans>Entries in the audit trail</Trans>, ({ id }) => ({
        resourceType,
        resourceId: id,
    }));
}

function itemOf(
    pageId: string,
    name: string,
    text: React.ReactNode,
    searchFor: (thing: Thing) => Search | undefined,
): Items[number] {
    return {
        id: `efi-audit-${pageId}-${name}`,
        pageId,
        type: 'dropdown',
        requiresPermission: ['ReadEfiAudit'],
        component: ({ context }) => {
            const thing = context.entity as Thing | undefined;
            const search = thing && searchFor(thing);
            return search ? (
                <DropdownMenuItem render={<Link to={pageOf(search)} />}>{text}</DropdownMenuItem>
            ) : null;
        },
    };
}
