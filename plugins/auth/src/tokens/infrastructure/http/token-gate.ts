import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Request } from 'express';
import type { JWK } from 'jose';
import { SigningKeys } from '../signing-keys';

/** By Express application: middleware knows no more of the application that it runs in. */
const gates = new WeakMap<object, TokenGate>();

/** What the middleware asks, before Vendure sees a request. */
@Injectable()
export class TokenGate implements OnApplicationBootstrap {
    constructor(
        private readonly adapter: HttpAdapterHost,
        private readonly keys: SigningKeys,
    ) {}

    /** A worker has no requests, and no adapter for them. */
    onApplicationBootstrap(): void {
        const adapter = this.adapter.httpAdapter as HttpAdapterHost['httpAdapter'] | undefined;
        const application = adapter?.getInstance<object | undefined>();
        if (application) {
            gates.set(application, this);
        }
    }

    publishedKeys(): Promise<{ readonly keys: readonly JWK[] }> {
        return this.keys.published();
    }
}

export function gateOf(request: Request): TokenGate | undefined {
    return gates.get(request.app);
}
