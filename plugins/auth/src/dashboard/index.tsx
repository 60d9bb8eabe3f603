import { Trans } from '@lingui/react/macro';
import { defineDashboardExtension } from '@vendure/dashboard';
import { LoginExtras } from './login-extras';
import { MachineKeysPage } from './machine-keys/machine-keys-page';
import { RoleAuditPage } from './role-audit/role-audit-page';
import { SecurityPage } from './security-page';
import { AccountSessions } from './sessions/account-sessions';
import { ofAdministrator, ofCustomer } from './sessions/sessions.graphql';

const idOf = (entity: unknown) => (entity as { readonly id: string }).id;

defineDashboardExtension({
    login: { afterForm: { component: LoginExtras } },
    routes: [
        {
            path: '/security',
            loader: () => ({ breadcrumb: () => <Trans>Security</Trans> }),
            navMenuItem: {
                id: 'efi-security',
                // The menu looks its titles up as they are: the catalogues have them with an explicit id.
                title: 'Security',
                sectionId: 'settings',
                order: 1000,
            },
            component: () => <SecurityPage />,
        },
        {
            path: '/machine-keys',
            loader: () => ({ breadcrumb: () => <Trans>Machine keys</Trans> }),
            navMenuItem: {
                id: 'efi-machine-keys',
                title: 'Machine keys',
                sectionId: 'settings',
                order: 1010,
                requiresPermission: ['EfiManageMachineKeys'],
            },
            component: () => <MachineKeysPage />,
        },
        {
            path: '/role-audit',
            loader: () => ({ breadcrumb: () => <Trans>Role audit</Trans> }),
            navMenuItem: {
                id: 'efi-role-audit',
                title: 'Role audit',
                sectionId: 'settings',
                order: 1020,
                requiresPermission: ['ReadAdministrator'],
            },
            component: () => <RoleAuditPage />,
        },
    ],
    pageBlocks: [
        {
            id: 'efi-customer-sessions',
            title: <Trans>Signed in</Trans>,
            location: {
                pageId: 'customer-detail',
                column: 'main',
                position: { blockId: 'history', order: 'before' },
            },
            requiresPermission: ['ReadCustomer'],
            // A guest has no account to be signed in with.
            shouldRender: ({ entity }) => Boolean((entity as { readonly user?: unknown } | undefined)?.user),
            component: ({ context }) => <AccountSessions id={idOf(context.entity)} documents={ofCustomer} />,
        },
        {
            id: 'efi-administrator-sessions',
            title: <Trans>Signed in</Trans>,
            location: {
                pageId: 'administrator-detail',
                column: 'main',
                position: { blockId: 'roles', order: 'after' },
            },
            requiresPermission: ['ReadAdministrator'],
            shouldRender: ({ entity }) => Boolean(entity),
            component: ({ context }) => (
                <AccountSessions id={idOf(context.entity)} documents={ofAdministrator} />
            ),
        },
    ],
});
