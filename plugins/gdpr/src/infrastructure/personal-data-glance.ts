import { auditTrail } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { Customer, type ID, Logger, type RequestContext, TransactionalConnection } from '@vendure/core';
import { IsNull } from 'typeorm';
import type { Person } from '../application/person';
import { problemOf } from './erasures';
import { People } from './people';
import { type PersonalPart, PersonalParts } from './personal-parts';

export interface Look {
    readonly customerId: ID;
    /** A kind of reason, as the schema lists them. */
    readonly reason: string;
    /** In words. */
    readonly because: string;
}

export type LookRefusal = 'NO_SUCH_CUSTOMER' | 'REASON_MISSING';

/** How much is kept of a customer in one place. */
interface PartAtAGlance extends Pick<PersonalPart, 'part' | 'holds' | 'basis' | 'retention'> {
    /** Nothing when they could not be counted in time. */
    readonly rows: number | undefined;
}

export interface Glance {
    readonly customerId: ID;
    readonly parts: readonly PartAtAGlance[];
}

/** For one part, in milliseconds: whoever looks waits for all of them. */
const PATIENCE = 3_000;

/** What is kept of a customer, counted for staff who said why they look. */
@Injectable()
export class PersonalDataGlance {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly people: People,
        private readonly parts: PersonalParts,
    ) {}

    async look(ctx: RequestContext, { customerId, reason, because }: Look): Promise<Glance | LookRefusal> {
        if (!because.trim()) {
            return 'REASON_MISSING';
        }
        const customers = this.connection.getRepository(ctx, Customer);
        if (!(await customers.existsBy({ id: customerId, deletedAt: IsNull() }))) {
            return 'NO_SUCH_CUSTOMER';
        }
        // First, so that nobody sees what they were not seen to look at.
        await auditTrail(this.connection.rawConnection).recordApart(ctx, {
            action: 'look-at-personal-data',
            class: 'security',
            resource: { type: 'Customer', id: customerId },
            detail: { reason, because: because.trim() },
        });
        const person = await this.people.person(customerId);
        const parts: PartAtAGlance[] = [];
        for (const part of this.parts.all()) {
            const { holds, basis, retention } = part;
            parts.push({ part: part.part, holds, basis, retention, rows: await this.count(part, person) });
        }
        return { customerId, parts };
    }

    private count(part: PersonalPart, person: Person): Promise<number | undefined> {
        return this.connection.rawConnection
            .transaction(async manager => {
                await manager.query(`SET LOCAL statement_timeout = ${PATIENCE}`);
                return this.parts.count(manager, part, person);
            })
            .catch((error: unknown) => {
                Logger.warn(`Can't count ${part.part}: ${problemOf(error)}`, 'GdprPlugin');
                return undefined;
            });
    }
}
