import { Permission, type RequestContext } from '@vendure/core';

/** Who acts: staff, a shopper with or without an account, a program with a key, or the shop by itself. */
type ActorKind = 'administrator' | 'customer' | 'anonymous' | 'machine-key' | 'system';

export interface Actor {
    readonly kind: ActorKind;
    readonly userId: string | null;
    readonly requestId: string | null;
    readonly channelId: string | null;
    readonly address: string | null;
    /** What the program calls itself. */
    readonly client: string | null;
}

/** Who is behind a request context, as far as it says. */
export function actorOf(ctx: RequestContext | undefined): Actor {
    const headers = ctx?.req?.headers;
    return {
        kind: kindOf(ctx),
        userId: ctx?.activeUserId === undefined ? null : String(ctx.activeUserId),
        requestId: first(headers?.['x-request-id']),
        channelId: ctx ? String(ctx.channelId) : null,
        address: ctx?.req?.ip ?? null,
        client: first(headers?.['user-agent']),
    };
}

function kindOf(ctx: RequestContext | undefined): ActorKind {
    if (!ctx?.req) {
        return 'system';
    }
    if (ctx.session?.authenticationStrategy === 'efi-machine-key') {
        return 'machine-key';
    }
    if (ctx.activeUserId === undefined) {
        return 'anonymous';
    }
    return ctx.apiType === 'admin' || (ctx.apiType === 'custom' && isStaff(ctx))
        ? 'administrator'
        : 'customer';
}

/** Routes are of no API: there only staff have a permission that is more than to be signed in. */
function isStaff(ctx: RequestContext): boolean {
    return (ctx.session?.user?.channelPermissions ?? []).some(({ permissions }) =>
        permissions.some(permission => permission !== Permission.Authenticated),
    );
}

function first(header: string | string[] | undefined): string | null {
    return (Array.isArray(header) ? header[0] : header) ?? null;
}
