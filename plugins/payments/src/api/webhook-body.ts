import type { Middleware } from '@vendure/core';
import { type NextFunction, raw, type Request, type Response } from 'express';

/** Below the server's address. */
export const WEBHOOK_PATH = 'payments/webhooks';

/** Providers' events have a few kilobytes. */
const LARGEST_BODY = '256kb';

const readRaw = raw({ type: () => true, limit: LARGEST_BODY, inflate: false });

/**
 * Keeps the body of a webhook as it came, byte for byte: signatures are over that. A larger one is answered with 413,
 * a compressed one with 415, and neither is read.
 */
export const webhookBody: Middleware = {
    route: `/${WEBHOOK_PATH}`,
    handler: (request: Request, response: Response, next: NextFunction) =>
        readRaw(request, response, (error?: { status?: number }) => {
            if (error) {
                response.status(error.status ?? 400).json({ receipt: 'rejected' });
            } else {
                next();
            }
        }),
    beforeListen: true,
};
