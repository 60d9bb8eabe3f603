import { PrivacyMailEvent } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { Customer, EventBus, type RequestContext, TransactionalConnection } from '@vendure/core';
import { IsNull } from 'typeorm';
import { EfiGdprRequest } from '../entities';
import { MailRequests } from './mail-requests';

/** Tells people by mail what staff have decided about a request of theirs, in the language in which they asked. */
@Injectable()
export class OutcomeMails {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly events: EventBus,
        private readonly links: MailRequests,
    ) {}

    /** In the transaction of the decision. Nobody is written to whose account is gone. */
    async tell(ctx: RequestContext, request: EfiGdprRequest): Promise<void> {
        const { manager } = this.connection.getRepository(ctx, EfiGdprRequest);
        const customer = await manager.findOne(Customer, {
            where: { id: request.customerId, deletedAt: IsNull() },
            relations: { user: true },
        });
        if (!customer) {
            return;
        }
        const { token, expiresAt } = customer.user
            ? { token: '', expiresAt: request.dueAt }
            : await this.links.follow(manager, customer, request);
        await this.events.publish(
            new PrivacyMailEvent(ctx, {
                step: request.state === 'REFUSED' ? 'refused' : 'done',
                emailAddress: customer.emailAddress,
                kind: request.kind,
                because: request.refusedBecause ?? undefined,
                asked: request.languageCode
                    ? { languageCode: request.languageCode, channelCode: request.channelCode ?? '' }
                    : undefined,
                token,
                expiresAt,
            }),
        );
    }
}
