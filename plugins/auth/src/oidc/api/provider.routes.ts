import { type RestRoute, restRoute } from '@efi/plugin-kit';
import { Permission } from '@vendure/core';
import { z } from 'zod';
import { startOf } from '../infrastructure/pending-sign-in';
import type { OidcOptions } from '../oidc.options';

const providers = z
    .object({
        items: z.array(
            z.object({
                id: z.string(),
                label: z.string().describe('What a button says.'),
                audience: z.enum(['shop', 'admin']).describe('For shoppers or for the staff.'),
                start: z
                    .string()
                    .describe(
                        'Where a browser goes, with `returnTo` in the query for where it wants to be then.',
                    ),
            }),
        ),
    })
    .meta({ id: 'SignInProviders' });

/** What a page for signing in offers beside a password. */
export function providerRoutes({ providers: known, publicUrl }: OidcOptions): RestRoute[] {
    return [
        restRoute({
            method: 'GET',
            path: '/auth/providers',
            operationId: 'listSignInProviders',
            summary: 'Providers of OpenID Connect to sign in with',
            tags: ['Tokens'],
            permissions: [Permission.Public],
            responses: { 200: { description: 'All of them.', body: providers } },
            handle: () => ({
                status: 200,
                body: {
                    items: known.map(({ id, label, audience }) => ({
                        ...{ id, label, audience },
                        start: startOf(publicUrl, id),
                    })),
                },
            }),
        }),
    ];
}
