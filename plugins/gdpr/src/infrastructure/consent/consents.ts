import { Injectable } from '@nestjs/common';
import { ConsentDeclaredEvent, type ConsentMethod, type ConsentPurpose } from '@efi/plugin-kit';
import { Customer, EventBus, type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import { IsNull } from 'typeorm';
import { EfiGdprConsent } from './entities';
import { GdprConsentLedger } from './ledger';

/** Why a decision was not taken. */
export type ConsentRefusal = 'NO_SUCH_TEXTS' | 'NO_SUCH_CUSTOMER' | 'REASON_MISSING';

export interface Declaration {
    readonly purposes: readonly ConsentPurpose[];
    /** Of the texts that the shopper saw. */
    readonly textVersion: number;
    readonly method: 'banner' | 'account';
}

export interface Declared {
    /** What holds from now on, without what is necessary. */
    readonly purposes: ConsentPurpose[];
    readonly method: ConsentMethod;
    readonly textVersion: number;
    /** A JWS that proves it. */
    readonly receipt: string;
}

/** What people decide about consent, and what they decided before. */
@Injectable()
export class Consents {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly events: EventBus,
        private readonly ledger: GdprConsentLedger,
    ) {}

    /**
     * Takes what the person behind the request agrees to. Who is signed in has it on record; a guest gets the receipt,
     * and nothing is kept. Global Privacy Control is a no to everything, whatever was ticked.
     */
    async declare(ctx: RequestContext, declaration: Declaration): Promise<Declared | ConsentRefusal> {
        const { manager } = this.connection.rawConnection;
        const { textVersion } = declaration;
        if (textVersion < 1 || textVersion > (await this.ledger.newestTexts(manager))) {
            return 'NO_SUCH_TEXTS';
        }
        const isSignalled = ctx.req?.headers['sec-gpc'] === '1';
        const method = isSignalled ? 'gpc' : declaration.method;
        const purposes = new Set(isSignalled ? [] : declaration.purposes);
        await this.events.publish(new ConsentDeclaredEvent(ctx, purposes));
        const customerId = await this.customerOf(ctx);
        if (customerId !== undefined) {
            await this.ledger.decide(ctx, customerId, { purposes, method }, { textVersion });
        }
        const receipt = await this.ledger.receipt({ purposes, method }, textVersion, new Date());
        return {
            purposes: [...purposes].filter(purpose => purpose !== 'necessary'),
            method,
            textVersion,
            receipt,
        };
    }

    /** Of whoever is signed in, the newest first. */
    async own(ctx: RequestContext): Promise<EfiGdprConsent[]> {
        const customerId = await this.customerOf(ctx);
        return customerId === undefined ? [] : this.of(ctx, customerId);
    }

    /** All that a customer ever decided, the newest first. */
    of(ctx: RequestContext, customerId: ID): Promise<EfiGdprConsent[]> {
        return this.connection
            .getRepository(ctx, EfiGdprConsent)
            .find({ where: { customerId }, order: { at: 'DESC', id: 'DESC' }, take: 500 });
    }

    /** What a customer wrote or said to staff. */
    async record(
        ctx: RequestContext,
        { customerId, purposes, because }: { customerId: ID; purposes: ConsentPurpose[]; because: string },
    ): Promise<EfiGdprConsent[] | ConsentRefusal> {
        if (!because.trim()) {
            return 'REASON_MISSING';
        }
        const customers = this.connection.getRepository(ctx, Customer);
        if (!(await customers.existsBy({ id: customerId, deletedAt: IsNull() }))) {
            return 'NO_SUCH_CUSTOMER';
        }
        await this.ledger.decide(
            ctx,
            customerId,
            { purposes: new Set(purposes), method: 'staff' },
            { recordedBy: String(ctx.activeUserId), because: because.trim() },
        );
        return this.of(ctx, customerId);
    }

    private async customerOf({ activeUserId }: RequestContext): Promise<ID | undefined> {
        if (activeUserId === undefined) {
            return undefined;
        }
        const customer = await this.connection.rawConnection
            .getRepository(Customer)
            .findOneBy({ user: { id: activeUserId }, deletedAt: IsNull() });
        return customer?.id;
    }
}
