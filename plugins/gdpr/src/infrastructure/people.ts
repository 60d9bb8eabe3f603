import { sealedTexts } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { type ID, TransactionalConnection } from '@vendure/core';
import type { EntityManager } from 'typeorm';
import { type Person, tellingStrings } from '../application/person';
import { openRow } from '../encryption/open-row';

/** Where Vendure's tables have something that names a customer. */
const NAMED = {
    customer: 'id = $1',
    user: 'id = (SELECT "userId" FROM customer WHERE id = $1)',
    address: '"customerId" = $1',
    order: '"customerId" = $1',
} as const;

type Row = Readonly<Record<string, string | null>>;

/** Says who a customer is, as the registry's conditions want it. */
@Injectable()
export class People {
    constructor(private readonly connection: TransactionalConnection) {}

    async person(
        customerId: ID,
        manager: EntityManager = this.connection.rawConnection.manager,
    ): Promise<Person> {
        const strings: (string | null | undefined)[] = [];
        for (const [table, condition] of Object.entries(NAMED)) {
            const rows = await manager.query<{ row: Row }[]>(
                `SELECT to_jsonb(r) AS row FROM "${table}" r WHERE ${condition}`,
                [customerId],
            );
            const opened = rows.map(({ row }) => openRow(row, table, sealedTexts(manager.connection)));
            strings.push(...opened.flatMap(namesIn));
        }
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

function namesIn(row: Row): (string | null | undefined)[] {
    const { firstName, lastName, emailAddress, identifier, shippingAddress, billingAddress } = row;
    const places = [shippingAddress, billingAddress].flatMap(place =>
        place ? [JSON.parse(place) as Row] : [],
    );
    return [
        ...[firstName && `${firstName} ${lastName ?? ''}`, emailAddress, identifier],
        ...[row, ...places].flatMap(place => [
            place?.fullName,
            place?.streetLine1,
            place?.streetLine2,
            place?.phoneNumber,
        ]),
    ];
}
