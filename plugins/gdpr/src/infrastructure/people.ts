import { sealedTexts } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { type ID, TransactionalConnection } from '@vendure/core';
import type { EntityManager } from 'typeorm';
import { type Person, tellingStrings } from '../application/person';
import { openRow } from '../encryption/open-row';
import { FormerAddresses } from './former-addresses';

/**
 * Where Vendure's tables have a customer's address of mail. It is theirs and nobody else's: names, streets and telephone
 * numbers may be anything that they typed, also what names somebody else, or stands in everybody's texts.
 */
const ADDRESSED = {
    customer: 'id = $1',
    user: 'id = (SELECT "userId" FROM customer WHERE id = $1)',
} as const;

type Row = Readonly<Record<string, string | null>>;

/** Says who a customer is, as the registry's conditions want it. */
@Injectable()
export class People {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly formerAddresses: FormerAddresses,
    ) {}

    async person(
        customerId: ID,
        manager: EntityManager = this.connection.rawConnection.manager,
    ): Promise<Person> {
        const strings: (string | null | undefined)[] = [];
        for (const [table, condition] of Object.entries(ADDRESSED)) {
            const rows = await manager.query<{ row: Row }[]>(
                `SELECT to_jsonb(r) AS row FROM "${table}" r WHERE ${condition}`,
                [customerId],
            );
            const opened = rows.map(({ row }) => openRow(row, table, sealedTexts(manager.connection)));
            strings.push(...opened.flatMap(({ emailAddress, identifier }) => [emailAddress, identifier]));
        }
        strings.push(...(await this.formerAddresses.of(customerId, manager)));
        const users = await manager.query<{ id: number }[]>(
            'SELECT "userId" AS id FROM customer WHERE id = $1 AND "userId" IS NOT NULL',
            [customerId],
        );
        return {
            customers: [String(customerId)],
            users: users.map(({ id }) => String(id)),
            strings: tellingStrings(strings),
        };
    }
}
