import type { RequestHandler } from 'express';
import { randomUUID } from 'node:crypto';

export const REQUEST_ID = 'x-request-id';

/**
 * Gives each request an id, for the log and for whoever reports a failure: the caller's or a proxy's own, when it is
 * fit for a log. It stands in the request's headers too, where later readers look for it.
 */
export const giveRequestId: RequestHandler = (request, response, next) => {
    const given = request.headers[REQUEST_ID];
    const id = typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();
    request.headers[REQUEST_ID] = id;
    response.setHeader(REQUEST_ID, id);
    next();
};
