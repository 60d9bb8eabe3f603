import { restRoute, RestRoutes } from '@efi/plugin-kit';
import { Permission, PluginCommonModule, VendurePlugin } from '@vendure/core';
import { z } from 'zod';

const whoAmI = restRoute({
    method: 'GET',
    path: '/who-am-i',
    operationId: 'whoAmI',
    summary: 'Say who is signed in',
    tags: ['Tests'],
    permissions: [Permission.Authenticated],
    responses: { 200: { description: 'Who it is.', body: z.object({ identifier: z.string() }) } },
    handle: ctx => ({ status: 200, body: { identifier: ctx.session?.user?.identifier ?? '' } }),
});

/** A route that needs somebody to be signed in. */
@RestRoutes(() => [whoAmI])
@VendurePlugin({ imports: [PluginCommonModule], compatibility: '^3.7.0' })
export class WhoAmIPlugin {}
