import { Injectable } from '@nestjs/common';
import { type RequestContext, TransactionalConnection } from '@vendure/core';
import { endsConsent, isToldAtOnce } from '../domain/privacy-request';
import { GdprConsentLedger } from './consent/ledger';
import { EfiGdprRequest } from './entities';
import { Notices } from './processors/notices';

/** What a request does as soon as it is known who asks, before staff come to it. */
@Injectable()
export class AtOnce {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly notices: Notices,
        private readonly ledger: GdprConsentLedger,
    ) {}

    /** In the transaction in which the request is verified. */
    async begin(ctx: RequestContext, request: EfiGdprRequest): Promise<void> {
        const { kind, customerId } = request;
        if (isToldAtOnce(kind)) {
            await this.notices.tell(this.connection.getRepository(ctx, EfiGdprRequest).manager, request);
        }
        if (endsConsent(kind)) {
            await this.ledger.decide(ctx, customerId, { purposes: new Set(), method: 'objection' });
        }
    }
}
