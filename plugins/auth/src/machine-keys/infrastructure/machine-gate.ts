import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Logger, type Middleware, type RuntimeVendureConfig } from '@vendure/core';
import type { NextFunction, Request, Response } from 'express';
import { randomBytes } from 'node:crypto';
import { refuseToken, sendProblem } from '../../tokens/infrastructure/http/refuse';
import { bearerOf } from '../../infrastructure/bearer';
import { goOnWith } from '../../infrastructure/request-sessions';
import { standInForSession } from '../../tokens/infrastructure/http/session-stand-in';
import { looksLikeKey } from './key-text';
import { MachineSessions } from './machine-sessions';

/** By Express application: middleware knows no more of the application that it runs in. */
const sessions = new WeakMap<object, MachineSessions>();

/** Makes the sessions of keys known to the middleware. */
@Injectable()
export class MachineGate implements OnApplicationBootstrap {
    constructor(
        private readonly adapter: HttpAdapterHost,
        private readonly machineSessions: MachineSessions,
    ) {}

    /** A worker has no requests, and no adapter for them. */
    onApplicationBootstrap(): void {
        const adapter = this.adapter.httpAdapter as HttpAdapterHost['httpAdapter'] | undefined;
        const application = adapter?.getInstance<object | undefined>();
        if (application) {
            sessions.set(application, this.machineSessions);
        }
    }
}

/** Lets keys in at the Admin API and REST. The Shop API is for shoppers: a key is refused there. */
export function machineKeyMiddlewares(config: RuntimeVendureConfig): Middleware[] {
    const { shopApiPath, adminApiPath } = config.apiOptions;
    const places = [
        { path: adminApiPath, isOpen: true },
        { path: 'api/v1', isOpen: true },
        { path: shopApiPath, isOpen: false },
    ];
    return places.map(({ path, isOpen }) => ({
        route: `/${path}`,
        beforeListen: true,
        handler: (request: Request, response: Response, next: NextFunction) => {
            const key = keyOf(request);
            if (key === undefined) {
                return next();
            }
            const letIn = isOpen ? sessions.get(request.app)?.sessionOf(key, request.ip) : undefined;
            Promise.resolve(letIn).then(
                session => {
                    if (!session) {
                        return refuseToken(response);
                    }
                    const token = randomBytes(32).toString('hex');
                    standInForSession(request, response, token, config);
                    goOnWith({ ...session, token }, false, next);
                },
                (error: unknown) => {
                    Logger.error(`Keys can't be checked: ${String(error)}`, 'AuthMachineKeys');
                    sendProblem(response, 503, 'unavailable', 'Keys can not be checked now');
                },
            );
        },
    }));
}

function keyOf(request: Request): string | undefined {
    const value = bearerOf(request);
    return value !== undefined && looksLikeKey(value) ? value : undefined;
}
