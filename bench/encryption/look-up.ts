import { DataSource } from 'typeorm';
import { type EncryptionOptions, Sealing } from '../../plugins/gdpr/src/encryption/sealing';
import { EfiGdprSealing } from '../../plugins/gdpr/src/encryption/sealing.entities';

/** What Vendure asks at a sign-in before it looks at the password. */
const ACCOUNT = `
    SELECT * FROM "user" "user"
      LEFT JOIN "user_roles_role" "ur" ON "ur"."userId" = "user"."id"
      LEFT JOIN "role" "role" ON "role"."id" = "ur"."roleId"
      LEFT JOIN "role_channels_channel" "rc" ON "rc"."roleId" = "role"."id"
      LEFT JOIN "channel" "channel" ON "channel"."id" = "rc"."channelId"
      LEFT JOIN "authentication_method" "method" ON "method"."userId" = "user"."id"
     WHERE LOWER("user"."identifier") = $1 AND "user"."deletedAt" IS NULL`;

/** What Vendure asks for the Dashboard's search among customers. */
const SEARCH = `
    SELECT "customer".*, count(*) OVER () AS total
      FROM "customer" "customer"
      JOIN "customer_channels_channel" "cc" ON "cc"."customerId" = "customer"."id" AND "cc"."channelId" = 1
     WHERE ("customer"."lastName" ILIKE $1 OR "customer"."emailAddress" ILIKE $2 OR "customer"."phoneNumber" ILIKE $3)
       AND "customer"."deletedAt" IS NULL
     LIMIT 10`;

/** Looks people up as a server does, without one. */
export interface LookUp {
    account(mail: string): Promise<void>;
    search(mail: string): Promise<void>;
    close(): Promise<void>;
}

/** @param encryption - As the shop has it. @default not encrypted */
export async function openLookUp(url: string, encryption?: EncryptionOptions): Promise<LookUp> {
    const dataSource = await new DataSource({
        type: 'postgres',
        url,
        entities: [EfiGdprSealing],
    }).initialize();
    const sealing = await Sealing.open(dataSource, encryption);
    const find = async (statement: string, parameters: readonly string[]) => {
        const rows = await dataSource.query<unknown[]>(statement, [...parameters]);
        if (!rows.length) {
            throw new Error(`${parameters[0]} is not found`);
        }
    };
    return {
        account: mail => find(ACCOUNT, [mail.toLowerCase()]),
        search: mail => find(SEARCH, Array<string>(3).fill(`%${mail}%`)),
        async close() {
            sealing.onApplicationShutdown();
            await dataSource.destroy();
        },
    };
}
