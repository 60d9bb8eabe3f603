import { asSystem, PrivacyMailEvent } from '@efi/plugin-kit';
import { Inject, Injectable } from '@nestjs/common';
import { Customer, EventBus, type RequestContext, TransactionalConnection } from '@vendure/core';
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type EntityManager, ILike, IsNull, LessThan, MoreThan } from 'typeorm';
import type { RequestKind } from '../../domain/privacy-request';
import { GDPR_OPTIONS, type ResolvedGdprOptions } from '../../gdpr.options';
import { EfiGdprRequest } from '../entities';
import { LONGEST_NOTE, PrivacyRequests, type RequestRefusal } from '../privacy-requests';
import { allSecrets, stringHasher } from '../sealing';
import { EfiGdprMailLink } from './mail-link.entity';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A mailbox gets so many links to confirm within an hour, whoever asks from wherever. */
const MOST_AN_HOUR = 3;

/** Longer than any request may take with its extension and the file after it. In days. */
const FOLLOWED_FOR = 100;

/** In milliseconds: asking takes as long, whether or not there was somebody to write to. */
const ANSWER_AFTER = 400;

export interface AskedByMail {
    readonly emailAddress: string;
    readonly kind: RequestKind;
    readonly note?: string | null | undefined;
}

/** What a link leads to. */
export interface MailLinkView {
    readonly kind: RequestKind;
    /** Nothing as long as it is to be confirmed. */
    readonly request: EfiGdprRequest | null;
}

/** A request that was confirmed, and what the link to it has. */
export interface Confirmed {
    readonly token: string;
    readonly request: EfiGdprRequest;
}

/**
 * What people ask for who have no account: guests who ordered. That the address is theirs shows the link that goes
 * there. Who asks gets the same answer after the same time, whoever the address is of.
 */
@Injectable()
export class MailRequests {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly events: EventBus,
        private readonly requests: PrivacyRequests,
        @Inject(GDPR_OPTIONS) private readonly options: ResolvedGdprOptions,
    ) {}

    /** Writes to the address, if anything is kept under it. */
    async ask(ctx: RequestContext, asked: AskedByMail): Promise<void> {
        await Promise.all([
            delay(ANSWER_AFTER),
            this.inTransaction(ctx, (tx, manager) => this.writeTo(tx, manager, asked)),
        ]);
    }

    /** What a link leads to, without doing anything. Nothing for one that is none, was used or is too old. */
    async show(token: string): Promise<MailLinkView | undefined> {
        const { manager } = this.connection.rawConnection;
        const link = await manager.findOneBy(EfiGdprMailLink, valid(token));
        const request = link?.requestId
            ? await manager.findOneByOrFail(EfiGdprRequest, { id: link.requestId })
            : null;
        return link ? { kind: link.kind, request } : undefined;
    }

    /** Begins what the link confirms. It works once. */
    confirm(ctx: RequestContext, token: string): Promise<Confirmed | RequestRefusal> {
        return this.inTransaction(ctx, async (tx, manager) => {
            const link = await this.take(manager, token);
            const customer =
                link && (await manager.findOneBy(Customer, { id: link.customerId, deletedAt: IsNull() }));
            if (!link || !customer || !this.isStillOf(customer, link)) {
                return 'LINK_INVALID';
            }
            const { kind, note } = link;
            const request = await this.requests.begin(tx, {
                customerId: customer.id,
                kind,
                note,
                proof: 'mail',
            });
            if (typeof request === 'string') {
                return request;
            }
            const followed = await this.follow(manager, customer, request);
            await this.send(tx, customer, { step: 'follow', kind, ...followed });
            return { token: followed.token, request };
        });
    }

    /** A link that shows what becomes of a request. */
    async follow(
        manager: EntityManager,
        customer: Customer,
        { kind, id }: EfiGdprRequest,
    ): Promise<{ readonly token: string; readonly expiresAt: Date }> {
        const expiresAt = new Date(Date.now() + FOLLOWED_FOR * DAY);
        return { token: await this.link(manager, customer, { kind, expiresAt, requestId: id }), expiresAt };
    }

    /** Takes the request back that a link shows, as long as nobody has begun with it. */
    cancel(ctx: RequestContext, token: string): Promise<EfiGdprRequest | RequestRefusal> {
        return this.inTransaction(ctx, async (tx, manager) => {
            const link = await manager.findOneBy(EfiGdprMailLink, valid(token));
            return link?.requestId
                ? this.requests.cancelOf(tx, link.customerId, link.requestId)
                : 'LINK_INVALID';
        });
    }

    /** @returns how many links went because their time is over. */
    async clean(): Promise<number> {
        const { affected } = await this.connection.rawConnection
            .getRepository(EfiGdprMailLink)
            .delete({ expiresAt: LessThan(new Date()) });
        return affected ?? 0;
    }

    private async writeTo(
        ctx: RequestContext,
        manager: EntityManager,
        { emailAddress, kind, note }: AskedByMail,
    ): Promise<void> {
        const customer = await manager.findOne(Customer, {
            where: { emailAddress: ILike(literally(emailAddress)), deletedAt: IsNull() },
            relations: { user: true },
            // Of two, the one with the account.
            order: { user: { id: 'ASC' } },
        });
        if (!customer || !(await this.mayWrite(manager, customer))) {
            return;
        }
        const expiresAt = new Date(Date.now() + this.options.linkHours * HOUR);
        const plain = note?.trim().slice(0, LONGEST_NOTE) || null;
        const token = await this.link(manager, customer, { kind, expiresAt, note: plain });
        await this.send(
            ctx,
            customer,
            customer.user
                ? { step: 'account', kind, token: '', expiresAt }
                : { step: 'confirm', kind, token, expiresAt },
        );
    }

    /** Of two who ask at once, the second waits and counts the first. */
    private async mayWrite(manager: EntityManager, { id }: Customer): Promise<boolean> {
        await manager.findOne(Customer, {
            ...{ where: { id }, loadEagerRelations: false, lock: { mode: 'pessimistic_write' } },
        });
        const recent = await manager.countBy(EfiGdprMailLink, {
            ...{ customerId: id, requestId: IsNull() },
            createdAt: MoreThan(new Date(Date.now() - HOUR)),
        });
        return recent < MOST_AN_HOUR;
    }

    private async link(
        manager: EntityManager,
        customer: Customer,
        facts: Pick<EfiGdprMailLink, 'kind' | 'expiresAt'> &
            Partial<Pick<EfiGdprMailLink, 'note' | 'requestId'>>,
    ): Promise<string> {
        const token = randomBytes(32).toString('base64url');
        await manager.insert(EfiGdprMailLink, {
            ...facts,
            tokenHash: hashOf(token),
            customerId: customer.id,
            addressHash: stringHasher(this.options.secret)(customer.emailAddress),
        });
        return token;
    }

    /** Whether the customer has the address that the link went to, under whichever secret that was. */
    private isStillOf({ emailAddress }: Customer, { addressHash }: EfiGdprMailLink): boolean {
        return allSecrets(this.options).some(secret => stringHasher(secret)(emailAddress) === addressHash);
    }

    /** Away with it, and with all others of the person for the same: of two who use one at once, one gets it. */
    private async take(manager: EntityManager, token: string): Promise<EfiGdprMailLink | undefined> {
        const link = await manager.findOne(EfiGdprMailLink, {
            where: { ...valid(token), requestId: IsNull() },
            lock: { mode: 'pessimistic_write' },
        });
        if (!link) {
            return undefined;
        }
        const { customerId, kind } = link;
        await manager.update(
            EfiGdprMailLink,
            { customerId, kind, requestId: IsNull() },
            { expiresAt: new Date(0), note: null },
        );
        return link;
    }

    private async send(
        ctx: RequestContext,
        { emailAddress }: Customer,
        mail: Omit<PrivacyMailEvent['mail'], 'emailAddress'>,
    ): Promise<void> {
        await this.events.publish(new PrivacyMailEvent(ctx, { ...mail, emailAddress }));
    }

    /** Nobody is signed in, and what is found tells the asker nothing. */
    private inTransaction<T>(
        ctx: RequestContext,
        work: (tx: RequestContext, manager: EntityManager) => Promise<T>,
    ): Promise<T> {
        return asSystem(() =>
            this.connection.withTransaction(ctx, tx =>
                work(tx, this.connection.getRepository(tx, EfiGdprMailLink).manager),
            ),
        );
    }
}

const valid = (token: string) => ({ tokenHash: hashOf(token), expiresAt: MoreThan(new Date()) });

function hashOf(token: string): string {
    return createHash('sha256').update(token).digest('base64url');
}

/** For a comparison without case, in which nothing stands for anything else. */
function literally(text: string): string {
    return text.trim().replace(/[\\%_]/g, '\\$&');
}
