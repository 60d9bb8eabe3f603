import { auditTrail, sealedTexts } from '@efi/plugin-kit';
import { Inject, Injectable } from '@nestjs/common';
import { type RequestContext, TransactionalConnection } from '@vendure/core';
import { randomUUID } from 'node:crypto';
import { type EntityManager, In, Not } from 'typeorm';
import { GDPR_OPTIONS, type ResolvedGdprOptions } from '../../gdpr.options';
import { EfiGdprRequest } from '../entities';
import { keyFor, keysFor, seal, unseal } from '../sealing';
import { EfiGdprNotice, EfiGdprProcessor } from './entities';
import type { Rectified } from './rectifications';

/** Whom a notice is about, as the processor knows them. */
interface ToldPerson {
    readonly customerId: string;
    readonly emailAddress: string | null;
}

/** What a notice tells. */
interface Told {
    readonly customer: ToldPerson;
    /** Of a rectification. */
    readonly changes?: Rectified['changes'];
}

/** What a processor answered, for the certificate. */
export interface ProcessorAnswer {
    readonly processor: string;
    readonly isRequired: boolean;
    readonly state: string;
    readonly answeredAt: Date | null;
}

const LONGEST_NOTE = 500;

/** What processors are told of requests, and what they answer. */
@Injectable()
export class Notices {
    constructor(
        private readonly connection: TransactionalConnection,
        @Inject(GDPR_OPTIONS) private readonly options: ResolvedGdprOptions,
    ) {}

    /**
     * Has all be told who process data of this kind of request: once each, in the transaction, as long as it is known
     * whom it is about.
     *
     * @param rectified - What was put right, where something was.
     */
    async tell(
        manager: EntityManager,
        { id, kind, customerId }: Pick<EfiGdprRequest, 'id' | 'kind' | 'customerId'>,
        rectified?: Rectified,
    ): Promise<void> {
        const processors = await manager.findBy(EfiGdprProcessor, { isActive: true });
        const concerned = processors.filter(({ kinds }) => kinds.includes(kind));
        if (!concerned.length) {
            return;
        }
        const [customer] = await manager.query<{ emailAddress: string }[]>(
            'SELECT "emailAddress" FROM customer WHERE id = $1',
            [customerId],
        );
        const texts = sealedTexts(this.connection.rawConnection);
        const emailAddress = customer ? texts.open(customer.emailAddress, 'customer.emailAddress') : null;
        const told: Told = {
            customer: {
                customerId: String(customerId),
                emailAddress: rectified?.emailAddress ?? emailAddress,
            },
            ...(rectified ? { changes: rectified.changes } : {}),
        };
        const sealedPerson = await seal(Buffer.from(JSON.stringify(told)), this.sealingKey());
        await manager
            .createQueryBuilder()
            .insert()
            .into(EfiGdprNotice)
            .values(
                concerned.map(processor => ({
                    ...{ id: randomUUID(), requestId: id, processorId: processor.id, sealedPerson },
                })),
            )
            .orIgnore()
            .execute();
    }

    /** Whether nobody is waited for: those who are gone or switched off are not. */
    async areAnswered(requestId: string): Promise<boolean> {
        const waiting = await this.connection.rawConnection.query<unknown[]>(
            `SELECT FROM efi_gdpr_notice n JOIN efi_gdpr_processor p ON p.id = n."processorId"
              WHERE n."requestId" = $1 AND n.state <> 'DONE' AND p."isRequired" AND p."isActive" LIMIT 1`,
            [requestId],
        );
        return waiting.length === 0;
    }

    answersOf(requestId: string): Promise<ProcessorAnswer[]> {
        return this.connection.rawConnection.query<ProcessorAnswer[]>(
            `SELECT p.name AS processor, p."isRequired", n.state, n."answeredAt"
               FROM efi_gdpr_notice n JOIN efi_gdpr_processor p ON p.id = n."processorId"
              WHERE n."requestId" = $1 ORDER BY p.name`,
            [requestId],
        );
    }

    ofRequest(ctx: RequestContext, requestId: string): Promise<EfiGdprNotice[]> {
        return this.connection
            .getRepository(ctx, EfiGdprNotice)
            .find({ where: { requestId }, order: { createdAt: 'ASC', processorId: 'ASC' } });
    }

    /** Has a processor be told again: after it failed, or when it does not answer. */
    async resend(ctx: RequestContext, id: string): Promise<EfiGdprNotice | undefined> {
        const notices = this.connection.getRepository(ctx, EfiGdprNotice);
        const { affected } = await notices.update(
            { id, state: Not('DONE') },
            { state: 'WAITING', attempts: 0, nextTryAt: new Date(), problem: null, answeredAt: null },
        );
        return affected ? notices.findOneByOrFail({ id }) : undefined;
    }

    /**
     * In a transaction, by a processor that has shown who it is. The first answer that it is done stays.
     *
     * @returns whether there is something that waits for it.
     */
    async answer(
        ctx: RequestContext,
        id: string,
        { state, note }: { readonly state: 'DONE' | 'FAILED'; readonly note?: string | undefined },
    ): Promise<boolean> {
        const { manager } = this.connection.getRepository(ctx, EfiGdprNotice);
        const notice = await manager.findOne(EfiGdprNotice, {
            where: { id },
            lock: { mode: 'pessimistic_write' },
        });
        if (!notice || notice.state === 'DONE') {
            return false;
        }
        const now = new Date();
        await manager.update(
            EfiGdprNotice,
            { id },
            {
                ...{ state, answeredAt: now, acknowledgedAt: notice.acknowledgedAt ?? now },
                problem: state === 'FAILED' ? (note?.slice(0, LONGEST_NOTE) ?? 'refused') : null,
                ...(state === 'DONE' ? { sealedPerson: null } : {}),
            },
        );
        await auditTrail(this.connection.rawConnection).record(ctx, {
            ...{ action: 'answer-privacy-notice', class: 'security' },
            resource: { type: 'EfiPrivacyRequest', id: notice.requestId },
            ...{ before: { state: notice.state }, after: { state } },
            detail: { processorId: notice.processorId },
        });
        // What waited for it goes on at the next sweep.
        await manager.update(
            EfiGdprRequest,
            { id: notice.requestId, state: In(['PARTIAL']) },
            { nextTryAt: now },
        );
        return true;
    }

    /** @throws when the notice was answered. */
    async toldBy({ sealedPerson }: EfiGdprNotice): Promise<Told> {
        const plain = await unseal(sealedPerson ?? '', ...keysFor(this.options, 'notices'));
        const told = JSON.parse(Buffer.from(plain).toString()) as Told | ToldPerson;
        // One from before notices told of changes has the person alone.
        return 'customer' in told ? told : { customer: told };
    }

    private sealingKey(): Uint8Array {
        return keyFor(this.options.secret, 'notices');
    }
}
