import { Injectable } from '@nestjs/common';
import { type ID, TransactionalConnection } from '@vendure/core';
import type { EntityManager } from 'typeorm';
import { type Person, tellingStrings } from '../application/person';

/** All that Vendure's tables have that names a customer. */
const NAMES = `
    SELECT "emailAddress" AS a, "firstName" || ' ' || "lastName" AS b, "phoneNumber" AS c, NULL AS d
      FROM customer WHERE id = $1
    UNION SELECT identifier, NULL, NULL, NULL FROM "user" WHERE id = (SELECT "userId" FROM customer WHERE id = $1)
    UNION SELECT "fullName", "streetLine1", "streetLine2", "phoneNumber" FROM address WHERE "customerId" = $1
    UNION
    SELECT place->>'fullName', place->>'streetLine1', place->>'streetLine2', place->>'phoneNumber'
      FROM "order", LATERAL (VALUES ("shippingAddress"::jsonb), ("billingAddress"::jsonb)) AS places(place)
     WHERE "customerId" = $1`;

/** Says who a customer is, as the registry's conditions want it. */
@Injectable()
export class People {
    constructor(private readonly connection: TransactionalConnection) {}

    async person(
        customerId: ID,
        manager: EntityManager = this.connection.rawConnection.manager,
    ): Promise<Person> {
        const rows = await manager.query<Record<'a' | 'b' | 'c' | 'd', string | null>[]>(NAMES, [customerId]);
        const users = await manager.query<{ id: number }[]>(
            'SELECT "userId" AS id FROM customer WHERE id = $1 AND "userId" IS NOT NULL',
            [customerId],
        );
        return {
            customers: [String(customerId)],
            users: users.map(({ id }) => String(id)),
            strings: tellingStrings(rows.flatMap(({ a, b, c, d }) => [a, b, c, d])),
        };
    }
}
