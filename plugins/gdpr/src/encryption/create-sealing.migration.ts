import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which column of a table leads to whom its rows belong, and which columns are sealed. */
const WATCHED: Readonly<Record<string, readonly [kind: string, owner: string, columns: readonly string[]]>> =
    {
        customer: ['customer', 'id', ['firstName', 'lastName', 'phoneNumber', 'emailAddress']],
        user: ['user', 'id', ['identifier']],
        authentication_method: ['user', 'userId', ['identifier', 'pendingIdentifier']],
        administrator: ['user', 'userId', ['firstName', 'lastName', 'emailAddress']],
        address: [
            'customer',
            'customerId',
            [
                ...['fullName', 'company', 'streetLine1', 'streetLine2', 'city', 'province', 'postalCode'],
                'phoneNumber',
            ],
        ],
        order: ['order', 'id', ['shippingAddress', 'billingAddress']],
        order_modification: ['order', 'orderId', ['shippingAddressChange', 'billingAddressChange']],
    };

const TABLES = [
    `CREATE TABLE efi_gdpr_spent_key (
        name character varying NOT NULL,
        kind character varying NOT NULL,
        "ownerId" integer NOT NULL,
        CONSTRAINT pk_efi_gdpr_spent_key PRIMARY KEY (name)
    )`,
    'CREATE INDEX ix_efi_gdpr_spent_key_owner ON efi_gdpr_spent_key (kind, "ownerId")',
    `CREATE TABLE efi_gdpr_sealing (
        id integer NOT NULL,
        fingerprint character varying NOT NULL,
        work character varying,
        "table" character varying,
        "lastId" integer NOT NULL DEFAULT 0,
        rows integer NOT NULL DEFAULT 0,
        "updatedAt" timestamp with time zone NOT NULL DEFAULT now(),
        "isWhole" boolean NOT NULL DEFAULT false,
        CONSTRAINT pk_efi_gdpr_sealing PRIMARY KEY (id)
    )`,
];

/** By which sealed texts are found: as bytes, so that the texts with one index are a range. */
const INDEXES: Readonly<Record<string, string>> = {
    ix_efi_gdpr_customer_email: 'customer ("emailAddress" COLLATE "C")',
    ix_efi_gdpr_customer_last_name: 'customer ("lastName" COLLATE "C")',
    ix_efi_gdpr_customer_phone: 'customer ("phoneNumber" COLLATE "C")',
    ix_efi_gdpr_user_identifier: '"user" (identifier COLLATE "C")',
    ix_efi_gdpr_user_lower: '"user" (lower(identifier))',
};

/** Keys of texts that were overwritten or deleted: backups still have what they sealed. As the owner of the table. */
const KEEP_SPENT_KEYS = String.raw`CREATE FUNCTION efi_gdpr_keep_spent_keys() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
        was text := OLD::text;
        now_is text := '';
    BEGIN
        IF strpos(was, 'sealed1:') > 0 THEN
            IF TG_OP = 'UPDATE' THEN
                now_is := NEW::text;
            END IF;
            INSERT INTO efi_gdpr_spent_key (name, kind, "ownerId")
            SELECT DISTINCT token[1], TG_ARGV[0], (to_jsonb(OLD) ->> TG_ARGV[1])::integer
              FROM regexp_matches(was, 'sealed1:[A-Za-z0-9_-]*:([A-Za-z0-9_-]{12}):', 'g') AS token
             WHERE strpos(now_is, ':' || token[1] || ':') = 0 AND to_jsonb(OLD) ->> TG_ARGV[1] IS NOT NULL
                ON CONFLICT DO NOTHING;
        END IF;
        RETURN NULL;
    END $$`;

export class CreateSealing1795946500000 implements MigrationInterface {
    readonly name = 'CreateSealing1795946500000';

    async up(queryRunner: QueryRunner): Promise<void> {
        for (const statement of [...TABLES, KEEP_SPENT_KEYS]) {
            await queryRunner.query(statement);
        }
        for (const [name, on] of Object.entries(INDEXES)) {
            await queryRunner.query(`CREATE INDEX ${name} ON ${on}`);
        }
        for (const [table, [kind, owner, columns]] of Object.entries(WATCHED)) {
            const list = columns.map(column => `"${column}"`).join(', ');
            await queryRunner.query(
                `CREATE TRIGGER efi_gdpr_keep_spent_keys AFTER DELETE OR UPDATE OF ${list} ON "${table}"
                    FOR EACH ROW EXECUTE FUNCTION efi_gdpr_keep_spent_keys('${kind}', '${owner}')`,
            );
        }
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        for (const table of Object.keys(WATCHED)) {
            await queryRunner.query(`DROP TRIGGER efi_gdpr_keep_spent_keys ON "${table}"`);
        }
        for (const name of Object.keys(INDEXES)) {
            await queryRunner.query(`DROP INDEX ${name}`);
        }
        await queryRunner.query('DROP FUNCTION efi_gdpr_keep_spent_keys()');
        await queryRunner.query('DROP TABLE efi_gdpr_sealing');
        await queryRunner.query('DROP TABLE efi_gdpr_spent_key');
    }
}
