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

/** Looks accounts up as a server does, without one. */
export interface LookUp {
    find(mail: string): Promise<unknown>;
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
    return {
        async find(mail) {
            const rows = await dataSource.query<unknown[]>(ACCOUNT, [mail.toLowerCase()]);
            if (!rows.length) {
                throw new Error(`${mail} is not found`);
            }
        },
        async close() {
            sealing.onApplicationShutdown();
            await dataSource.destroy();
        },
    };
}
