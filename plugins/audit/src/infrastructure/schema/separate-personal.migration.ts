import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPLICATION_ROLES } from './application-roles';
import { entryHash, originHash, saidHash } from './entry-hash';

const asOwner = 'SECURITY DEFINER SET search_path = pg_catalog';

/** The salt gets its default apart: with it, PostgreSQL would give one to entries that are there and linked. */
const columns = `
    ALTER TABLE efi_audit.entry ADD COLUMN salt uuid, ADD COLUMN origin_hash bytea,
        ADD COLUMN said jsonb, ADD COLUMN said_hash bytea;
    ALTER TABLE efi_audit.entry ALTER COLUMN salt SET DEFAULT gen_random_uuid();
    CREATE INDEX ON efi_audit.entry (id) WHERE said IS NOT NULL;
    CREATE INDEX ON efi_audit.entry (id) WHERE origin_hash IS NOT NULL OR said_hash IS NOT NULL;`;

const awaitLink = `
    CREATE OR REPLACE FUNCTION efi_audit.await_link() RETURNS trigger LANGUAGE plpgsql ${asOwner} AS $$
    BEGIN
        INSERT INTO efi_audit.pending (class, entry_id, entry_at, entry_hash)
        SELECT e.class, e.id, e.at, ${entryHash('e')} FROM added e;
        RETURN NULL;
    END $$;`;

/** Of an entry nothing changes but that what is personal gives way to its hash, whoever asks. */
const letForget = `
    CREATE FUNCTION efi_audit.let_forget() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
    DECLARE
        allowed efi_audit.entry := OLD;
    BEGIN
        IF NEW.origin_hash IS NOT NULL AND OLD.salt IS NOT NULL THEN
            allowed.origin_hash := ${originHash('OLD')};
            allowed.address := NULL;
            allowed.client := NULL;
            allowed.salt := NULL;
        END IF;
        IF NEW.said_hash IS NOT NULL AND OLD.said IS NOT NULL THEN
            allowed.said_hash := ${saidHash('OLD')};
            allowed.said := NULL;
        END IF;
        IF NEW IS DISTINCT FROM allowed OR allowed IS NOT DISTINCT FROM OLD THEN
            RAISE EXCEPTION 'The audit trail can only be added to: % on % is refused', TG_OP, TG_TABLE_NAME;
        END IF;
        RETURN NEW;
    END $$;
    DROP TRIGGER efi_audit_append_only ON efi_audit.entry;
    CREATE TRIGGER efi_audit_append_only BEFORE DELETE OR TRUNCATE ON efi_audit.entry
        FOR EACH STATEMENT EXECUTE FUNCTION efi_audit.refuse_change();
    CREATE TRIGGER efi_audit_let_forget BEFORE UPDATE ON efi_audit.entry
        FOR EACH ROW EXECUTE FUNCTION efi_audit.let_forget();`;

/**
 * Erases what entries say of a person, for an erasure: free text alone (`said`), or with it where the act came from
 * (`all`). What it did is an entry too, without which the verification takes it for tampering.
 */
const forget = `
    CREATE FUNCTION efi_audit.forget(ids bigint[], what text) RETURNS int LANGUAGE plpgsql ${asOwner} AS $$
    DECLARE
        forgotten bigint[];
        chunk bigint[];
    BEGIN
        IF what NOT IN ('all', 'said') THEN
            RAISE EXCEPTION 'What to forget is all or said, not %', what;
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
                    jsonb_build_object('what', what, 'entries', chunk));
        END LOOP;
        RETURN coalesce(cardinality(forgotten), 0);
    END $$;
    REVOKE EXECUTE ON FUNCTION efi_audit.forget(bigint[], text) FROM PUBLIC;`;

/** Keeps what is personal in an entry apart, so that an erasure reaches it and the chain stays whole. */
export class SeparateAuditPersonal1796484000000 implements MigrationInterface {
    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(columns + awaitLink + letForget + forget);
        const roles = (await queryRunner.query(APPLICATION_ROLES)) as Array<{ role: string }>;
        for (const { role } of roles) {
            await queryRunner.query(`
                GRANT INSERT (said) ON efi_audit.entry TO ${role};
                GRANT EXECUTE ON FUNCTION efi_audit.forget(bigint[], text) TO ${role};`);
        }
    }

    async down(): Promise<void> {
        // With what was erased the hashes of the entries would be gone: the trail goes as a whole or not at all.
    }
}
