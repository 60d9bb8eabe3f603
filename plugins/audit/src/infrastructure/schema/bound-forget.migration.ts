import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPLICATION_ROLES } from './application-roles';
import { originHash, saidHash } from './entry-hash';
import { about, own } from './whose-entries';

/** A condition of the registry with the function's own parameters; the look-behind leaves casts alone. */
const bound = (condition: string) =>
    condition.replace(/(?<!:):(customers|users|strings)\b/g, (_, name: string) => `forget.${name}`);

/** `pg_temp` last: nobody puts a table of their own in front of one that is asked. */
const asOwner = 'SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';

const SIGNATURE = 'efi_audit.forget(int[], text[], text[], bigint[], text)';

/**
 * Erases what entries say of people: free text alone (`said`), or with it where the act came from (`all`). Whoever asks,
 * it is of people alone whose erasure the trail has begun to tell of, and of entries that concern them. What it did is an
 * entry too, without which the verification takes it for tampering.
 */
const forget = `
    CREATE FUNCTION efi_audit.forget(customers int[], users text[], strings text[], ids bigint[], what text)
        RETURNS int LANGUAGE plpgsql ${asOwner} AS $$
    DECLARE
        stray text;
        forgotten bigint[];
        chunk bigint[];
    BEGIN
        IF what NOT IN ('all', 'said') THEN
            RAISE EXCEPTION 'What to forget is all or said, not %', what;
        END IF;
        SELECT c INTO stray FROM unnest(customers) c WHERE NOT EXISTS (
            SELECT FROM efi_audit.entry e WHERE e.class = 'security' AND e.action = 'begin-erasure'
               AND e.resource_type = 'Customer' AND e.resource_id = c::text);
        IF FOUND OR coalesce(cardinality(customers), 0) = 0 THEN
            RAISE EXCEPTION 'The trail tells of no erasure of customer %', coalesce(stray, 'nobody');
        END IF;
        SELECT u INTO stray FROM unnest(users) u WHERE NOT EXISTS (
            SELECT FROM public.customer c WHERE c.id = ANY (forget.customers) AND c."userId"::text = u);
        IF FOUND THEN
            RAISE EXCEPTION 'Account % is of nobody who is erased', stray;
        END IF;
        SELECT s INTO stray FROM unnest(strings) s WHERE s NOT LIKE '%_@_%';
        IF FOUND THEN
            RAISE EXCEPTION 'People are looked for by addresses of mail alone';
        END IF;
        SELECT id::text INTO stray FROM efi_audit.entry
         WHERE id = ANY (ids) AND NOT coalesce(CASE what WHEN 'all' THEN ${bound(own)} ELSE ${bound(about)} END, false)
         LIMIT 1;
        IF FOUND THEN
            RAISE EXCEPTION 'Entry % is about nobody who is erased', stray;
        END IF;
        IF what = 'all' THEN
            UPDATE efi_audit.alert SET address = NULL
             WHERE address IN (SELECT e.address FROM efi_audit.entry e WHERE e.id = ANY (ids));
        END IF;
        WITH done AS (
            UPDATE efi_audit.entry e
               SET origin_hash = CASE WHEN what = 'all' AND e.salt IS NOT NULL THEN ${originHash('e')} ELSE e.origin_hash END,
                   address = CASE WHEN what = 'all' AND e.salt IS NOT NULL THEN NULL ELSE e.address END,
                   client = CASE WHEN what = 'all' AND e.salt IS NOT NULL THEN NULL ELSE e.client END,
                   salt = CASE WHEN what = 'all' THEN NULL ELSE e.salt END,
                   said_hash = ${saidHash('e')},
                   said = NULL
             WHERE e.id = ANY (ids) AND (e.said IS NOT NULL OR what = 'all' AND e.salt IS NOT NULL)
            RETURNING e.id)
        SELECT array_agg(id ORDER BY id) INTO forgotten FROM done;
        FOR n IN 1..coalesce(cardinality(forgotten), 0) BY 1000 LOOP
            chunk := forgotten[n:n + 999];
            INSERT INTO efi_audit.entry (class, actor_kind, action, resource_type, status, detail)
            VALUES ('security', 'system', 'forget-person', 'AuditEntry', 'success',
                    jsonb_build_object('what', what, 'entries', chunk, 'customers', customers));
        END LOOP;
        RETURN coalesce(cardinality(forgotten), 0);
    END $$;
    REVOKE EXECUTE ON FUNCTION ${SIGNATURE} FROM PUBLIC;
    DROP FUNCTION efi_audit.forget(bigint[], text);`;

/** The application can't choose any more what is forgotten: the database asks for an erasure, and whose entries they are. */
export class BoundForget1796880000000 implements MigrationInterface {
    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(forget);
        const roles = (await queryRunner.query(APPLICATION_ROLES)) as Array<{ role: string }>;
        for (const { role } of roles) {
            await queryRunner.query(`GRANT EXECUTE ON FUNCTION ${SIGNATURE} TO ${role}`);
        }
    }

    async down(): Promise<void> {
        // Back to a function that forgets whatever it is told? The trail goes as a whole or not at all.
    }
}
