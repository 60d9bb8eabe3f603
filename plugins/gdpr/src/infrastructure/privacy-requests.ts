import { auditTrail } from '@efi/plugin-kit';
import { Inject, Injectable } from '@nestjs/common';
import {
    AuthService,
    Customer,
    type ID,
    isGraphQlErrorResult,
    NATIVE_AUTH_STRATEGY_NAME,
    type RequestContext,
    Session,
    TransactionalConnection,
} from '@vendure/core';
import { randomUUID } from 'node:crypto';
import { In, IsNull } from 'typeorm';
import { dueAt, openStates, type RequestKind, startsAt, statesBefore } from '../domain/privacy-request';
import { GDPR_OPTIONS, type ResolvedGdprOptions } from '../gdpr.options';
import { AtOnce } from './at-once';
import { EfiGdprRequest } from './entities';
import { isUuid } from './is-uuid';
import { Rectifications } from './processors/rectifications';

/** A sign-in at another provider counts as fresh for so long, in milliseconds: there is no password to ask for. */
const RECENT = 10 * 60_000;

/** In characters. */
export const LONGEST_NOTE = 2000;

/** Why a request was not taken. */
export type RequestRefusal =
    | 'NOT_A_CUSTOMER'
    | 'WRONG_PASSWORD'
    | 'SIGN_IN_AGAIN'
    | 'OPEN_ALREADY'
    | 'NOTE_TOO_LONG'
    | 'TOO_LATE'
    | 'LINK_INVALID';

export interface NewRequest {
    readonly kind: RequestKind;
    readonly password?: string | null;
    readonly note?: string | null;
}

/** What is asked for by somebody who has shown who it is. */
interface ProvenRequest {
    readonly customerId: ID;
    readonly kind: RequestKind;
    readonly note: string | null;
    readonly proof: 'password' | 'recent-sign-in' | 'mail';
}

/** What customers ask for about their own data. Who asks is who is signed in, and shows it once more. */
@Injectable()
export class PrivacyRequests {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly auth: AuthService,
        private readonly atOnce: AtOnce,
        private readonly rectifications: Rectifications,
        @Inject(GDPR_OPTIONS) private readonly options: ResolvedGdprOptions,
    ) {}

    /** In a transaction, in which the customer's requests are locked against each other. */
    async open(ctx: RequestContext, asked: NewRequest): Promise<EfiGdprRequest | RequestRefusal> {
        const customer = await this.customerOf(ctx);
        if (!customer) {
            return 'NOT_A_CUSTOMER';
        }
        const note = asked.note?.trim() || null;
        if ((note?.length ?? 0) > LONGEST_NOTE) {
            return 'NOTE_TOO_LONG';
        }
        const proof = await this.identify(ctx, asked.password);
        if (proof === 'WRONG_PASSWORD' || proof === 'SIGN_IN_AGAIN') {
            return proof;
        }
        return this.begin(ctx, { customerId: customer.id, kind: asked.kind, note, proof });
    }

    /** In a transaction, for somebody who has shown who it is. */
    async begin(
        ctx: RequestContext,
        { customerId, kind, note, proof }: ProvenRequest,
    ): Promise<EfiGdprRequest | 'OPEN_ALREADY'> {
        await this.connection.getRepository(ctx, Customer).findOne({
            where: { id: customerId },
            lock: { mode: 'pessimistic_write' },
            loadEagerRelations: false,
        });
        const requests = this.connection.getRepository(ctx, EfiGdprRequest);
        if (await requests.existsBy({ customerId, kind, state: In([...openStates]) })) {
            return 'OPEN_ALREADY';
        }
        const now = new Date();
        const request = await requests.save(
            requests.create({
                ...{ id: randomUUID(), createdAt: now, updatedAt: now },
                ...{ kind, state: 'VERIFIED', customerId, note },
                ...{ languageCode: ctx.languageCode, channelCode: ctx.channel.code },
                sealedBefore: await this.rectifications.remember(requests.manager, { kind, customerId }),
                ...{ verifiedAt: now, verifiedBy: proof },
                startsAt: startsAt(kind, now, this.options.cancelWindowDays),
                dueAt: dueAt(now, false),
            }),
        );
        await this.atOnce.begin(ctx, request);
        await this.tell(ctx, 'request-personal-data', request);
        return request;
    }

    /** Of whoever is signed in, the newest first. */
    async own(ctx: RequestContext): Promise<EfiGdprRequest[]> {
        const customer = await this.customerOf(ctx);
        return customer
            ? this.connection
                  .getRepository(ctx, EfiGdprRequest)
                  .find({ where: { customerId: customer.id }, order: { createdAt: 'DESC' }, take: 100 })
            : [];
    }

    /** Takes a request back, as long as nobody has begun with it. */
    async cancel(ctx: RequestContext, id: string): Promise<EfiGdprRequest | RequestRefusal> {
        const customer = await this.customerOf(ctx);
        return customer ? this.cancelOf(ctx, customer.id, id) : 'NOT_A_CUSTOMER';
    }

    /** The same, for a person who is known otherwise than by a session. */
    async cancelOf(ctx: RequestContext, customerId: ID, id: string): Promise<EfiGdprRequest | 'TOO_LATE'> {
        if (!isUuid(id)) {
            return 'TOO_LATE';
        }
        const requests = this.connection.getRepository(ctx, EfiGdprRequest);
        const now = new Date();
        const { affected } = await requests.update(
            { id, customerId, state: In(statesBefore('cancel')) },
            { state: 'CANCELLED', note: null, sealedBefore: null, endedAt: now, updatedAt: now },
        );
        if (!affected) {
            return 'TOO_LATE';
        }
        const cancelled = await requests.findOneByOrFail({ id });
        await this.tell(ctx, 'cancel-privacy-request', cancelled);
        return cancelled;
    }

    private tell(ctx: RequestContext, action: string, { id, kind, customerId, state }: EfiGdprRequest) {
        return auditTrail(this.connection.rawConnection).record(ctx, {
            ...{ action, class: 'security', resource: { type: 'EfiPrivacyRequest', id } },
            ...{ after: { state }, detail: { kind, customerId } },
        });
    }

    private async identify(
        ctx: RequestContext,
        password: string | null | undefined,
    ): Promise<'password' | 'recent-sign-in' | 'WRONG_PASSWORD' | 'SIGN_IN_AGAIN'> {
        const session = ctx.session?.authenticationStrategy;
        if (session && session !== NATIVE_AUTH_STRATEGY_NAME && !password) {
            const began = await this.connection
                .getRepository(ctx, Session)
                .findOneBy({ id: ctx.session?.id ?? 0 });
            const isRecent = began && Date.now() - began.createdAt.getTime() < RECENT;
            return isRecent ? 'recent-sign-in' : 'SIGN_IN_AGAIN';
        }
        const verified = await this.auth.verifyUserPassword(ctx, ctx.activeUserId ?? 0, password ?? '');
        return isGraphQlErrorResult(verified) ? 'WRONG_PASSWORD' : 'password';
    }

    private customerOf({ activeUserId }: RequestContext): Promise<{ readonly id: ID } | null> {
        return activeUserId === undefined
            ? Promise.resolve(null)
            : this.connection.rawConnection
                  .getRepository(Customer)
                  .findOneBy({ user: { id: activeUserId }, deletedAt: IsNull() });
    }
}
