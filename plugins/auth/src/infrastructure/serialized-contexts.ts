import { RequestContext, type SerializedRequestContext } from '@vendure/core';

let isDone = false;

/**
 * Jobs keep the context of the request that made them, in PostgreSQL or Redis. As Vendure serializes it, the bearer
 * token, the cookies and the whole body lie there with it, a new password among them. No job needs any of these.
 */
export function keepCredentialsOutOfJobs(): void {
    if (isDone) {
        return;
    }
    isDone = true;
    const { prototype } = RequestContext;
    const { value: serialize } = Object.getOwnPropertyDescriptor(prototype, 'serialize') as {
        value: () => SerializedRequestContext;
    };
    prototype.serialize = function (this: RequestContext) {
        const session = this.session && { ...this.session, token: '' };
        return serialize.call(Object.assign(this.copy(), { _req: undefined, _session: session }));
    };
}
