import { Injectable } from '@nestjs/common';
import { Customer, type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import { type EntityManager, In, MoreThan } from 'typeorm';
import type { Person } from '../application/person';
import { EfiGdprLegalHold } from './entities';
import { PersonalParts } from './personal-parts';

/** Why data was not held back. */
export type HoldRefusal = 'NO_SUCH_CUSTOMER' | 'NO_SUCH_PART' | 'REASON_MISSING' | 'UNTIL_IS_PAST';

export interface NewHold {
    readonly customerId: ID;
    readonly parts: readonly string[];
    readonly because: string;
    readonly until: Date;
}

/** Of the registry, where holds themselves are: why something is held stays as long as it is. */
const HOLDS = 'efi_gdpr_legal_hold';

/** What must be kept for now of a customer's data, whatever is asked for. */
@Injectable()
export class LegalHolds {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly parts: PersonalParts,
    ) {}

    /** Those that ended too, the newest first. */
    of(ctx: RequestContext, customerId: ID): Promise<EfiGdprLegalHold[]> {
        return this.connection
            .getRepository(ctx, EfiGdprLegalHold)
            .find({ where: { customerId }, order: { id: 'DESC' }, take: 100 });
    }

    /** Whether a part of a person's data must stay for now. */
    async isHeld(manager: EntityManager, { customers }: Person, part: string): Promise<boolean> {
        const holds = await manager.findBy(EfiGdprLegalHold, {
            ...{ customerId: In([...customers]), until: MoreThan(new Date()) },
        });
        return holds.some(hold => part === HOLDS || hold.parts.includes(part));
    }

    /** Keeps parts of a customer's data from being erased, until a day. */
    async hold(ctx: RequestContext, hold: NewHold, by: string): Promise<EfiGdprLegalHold | HoldRefusal> {
        const known = new Set(this.parts.all().map(({ part }) => part));
        if (!hold.parts.length || hold.parts.some(part => !known.has(part))) {
            return 'NO_SUCH_PART';
        }
        if (!hold.because.trim()) {
            return 'REASON_MISSING';
        }
        if (hold.until <= new Date()) {
            return 'UNTIL_IS_PAST';
        }
        if (!(await this.connection.getRepository(ctx, Customer).existsBy({ id: hold.customerId }))) {
            return 'NO_SUCH_CUSTOMER';
        }
        const holds = this.connection.getRepository(ctx, EfiGdprLegalHold);
        return holds.save(holds.create({ ...hold, parts: [...hold.parts], createdBy: by }));
    }

    /** Ends a hold. What it kept is erased when the request is tried again. */
    async release(ctx: RequestContext, id: ID): Promise<boolean> {
        const { affected } = await this.connection
            .getRepository(ctx, EfiGdprLegalHold)
            .delete({ id: Number(id) });
        return affected === 1;
    }
}
