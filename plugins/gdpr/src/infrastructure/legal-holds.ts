import { Injectable } from '@nestjs/common';
import { Customer, type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import { type EntityManager, In, MoreThan } from 'typeorm';
import type { Person } from '../application/person';
import { EfiGdprLegalHold } from './entities';
import { HeldData } from './held-data';
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
        private readonly held: HeldData,
    ) {}

    /** Those that ended too, the newest first. */
    of(ctx: RequestContext, customerId: ID): Promise<EfiGdprLegalHold[]> {
        return this.connection
            .getRepository(ctx, EfiGdprLegalHold)
            .find({ where: { customerId }, order: { id: 'DESC' }, take: 100 });
    }

    /** Those because of which a part of a person's data must be kept for now. */
    async inForce(manager: EntityManager, { customers }: Person, part: string): Promise<EfiGdprLegalHold[]> {
        const holds = await manager.findBy(EfiGdprLegalHold, {
            ...{ customerId: In([...customers]), until: MoreThan(new Date()) },
        });
        return holds.filter(hold => part === HOLDS || hold.parts.includes(part));
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
        return holds.save(holds.create({ ...hold, parts: [...hold.parts], createdBy: by, sealedKey: null }));
    }

    /** Ends a hold. What it kept of somebody who is erased goes with it. */
    async release(ctx: RequestContext, id: ID): Promise<boolean> {
        const { manager } = this.connection.getRepository(ctx, EfiGdprLegalHold);
        const hold = await manager.findOneBy(EfiGdprLegalHold, { id: Number(id) });
        if (!hold) {
            return false;
        }
        await this.held.drop(manager, hold);
        const { affected } = await manager.delete(EfiGdprLegalHold, { id: hold.id });
        return affected === 1;
    }
}
