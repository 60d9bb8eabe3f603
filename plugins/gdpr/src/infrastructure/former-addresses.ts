import { sealedTexts } from '@efi/plugin-kit';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Customer, type ID, TransactionalConnection } from '@vendure/core';
import {
    type EntityManager,
    type EntitySubscriberInterface,
    In,
    IsNull,
    Not,
    type UpdateEvent,
} from 'typeorm';
import { z } from 'zod';
import { openRow } from '../encryption/open-row';
import { EfiGdprFormerAddress } from './former-address.entity';

/** What Vendure notes when an address was proved, and when staff write one in. */
const told = z.object({
    oldEmailAddress: z.string().nullish(),
    newEmailAddress: z.string().nullish(),
    input: z.object({ emailAddress: z.string().nullish() }).nullish(),
});

/**
 * Remembers which addresses of mail customers had, whoever changed them. Those that were merely asked for and never
 * proved are nobody's: they may be somebody else's.
 */
@Injectable()
export class FormerAddresses implements OnModuleInit, EntitySubscriberInterface<Customer> {
    constructor(private readonly connection: TransactionalConnection) {}

    onModuleInit(): void {
        this.connection.rawConnection.subscribers.push(this);
    }

    listenTo(): typeof Customer {
        return Customer;
    }

    /** In the transaction of the change. */
    async beforeUpdate({ entity, databaseEntity, manager }: UpdateEvent<Customer>): Promise<void> {
        const before = (databaseEntity as Customer | undefined)?.emailAddress;
        const after: unknown = entity?.['emailAddress'];
        if (before && typeof after === 'string' && before.toLowerCase() !== after.toLowerCase()) {
            await manager.insert(EfiGdprFormerAddress, { customerId: databaseEntity.id, address: before });
        }
    }

    /** Those of a customer, also from before this was remembered, without any that somebody else has by now. */
    async of(customerId: ID, manager: EntityManager): Promise<string[]> {
        const remembered = await manager.findBy(EfiGdprFormerAddress, { customerId });
        const addresses = [
            ...remembered.map(({ address }) => address),
            ...(await this.toldOf(customerId, manager)),
        ];
        const others = addresses.length
            ? await manager.find(Customer, {
                  where: { emailAddress: In(addresses), id: Not(customerId), deletedAt: IsNull() },
                  loadEagerRelations: false,
              })
            : [];
        const taken = new Set(others.map(({ emailAddress }) => emailAddress.toLowerCase()));
        return addresses.filter(address => !taken.has(address.toLowerCase()));
    }

    private async toldOf(customerId: ID, manager: EntityManager): Promise<string[]> {
        const rows = await manager.query<{ row: { data: string } }[]>(
            `SELECT to_jsonb(h) AS row FROM history_entry h WHERE "customerId" = $1
                AND type IN ('CUSTOMER_EMAIL_UPDATE_VERIFIED', 'CUSTOMER_DETAIL_UPDATED')`,
            [customerId],
        );
        return rows.flatMap(({ row }) => {
            const { data } = openRow(row, 'history_entry', sealedTexts(manager.connection));
            const { oldEmailAddress, newEmailAddress, input } = told.parse(JSON.parse(data));
            return [oldEmailAddress, newEmailAddress, input?.emailAddress].filter(text => text != null);
        });
    }
}
