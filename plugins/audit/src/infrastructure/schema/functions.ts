import { auditClasses, retentionMonths } from '../../domain/audit-class';
import { firstEntryHash, microseconds } from './entry-hash';

/** So that one process links, makes partitions or signs at a time. The number is arbitrary and never changes. */
export const TRAIL_LOCK = 3_716_214_457;

const classes = auditClasses.map(name => `'${name}'`).join(', ');

/** What the trail of a class begins with, in place of a link before the first. */
export function genesis(name: string): string {
    return `efi-audit:${name}`;
}

const asOwner = 'SECURITY DEFINER SET search_path = pg_catalog';

const refuseChange = `
    CREATE FUNCTION efi_audit.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'The audit trail can only be added to: % on % is refused', TG_OP, TG_TABLE_NAME;
    END $$;
    ${['entry', 'link', 'anchor', 'verification']
        .map(
            table => `
    CREATE TRIGGER efi_audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON efi_audit.${table}
        FOR EACH STATEMENT EXECUTE FUNCTION efi_audit.refuse_change();`,
        )
        .join('')}`;

const awaitLink = `
    CREATE FUNCTION efi_audit.await_link() RETURNS trigger LANGUAGE plpgsql ${asOwner} AS $$
    BEGIN
        INSERT INTO efi_audit.pending (class, entry_id, entry_at, entry_hash)
        SELECT e.class, e.id, e.at, ${firstEntryHash('e')} FROM added e;
        RETURN NULL;
    END $$;
    CREATE TRIGGER efi_audit_await_link AFTER INSERT ON efi_audit.entry
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION efi_audit.await_link();`;

/**
 * Links what is committed and not linked yet, in the order of its numbers as far as they are known by then. What
 * commits later with a lower number comes later in the chain. All or nothing; of two at once the second does nothing.
 */
export const linkPending = `
    CREATE FUNCTION efi_audit.link_pending(most int) RETURNS int LANGUAGE plpgsql ${asOwner} AS $$
    DECLARE
        name text;
        head record;
        next record;
        ids bigint[];
        number bigint;
        chained bytea;
        moment timestamptz;
        linked int := 0;
    BEGIN
        IF NOT pg_try_advisory_xact_lock(${TRAIL_LOCK}) THEN
            RETURN 0;
        END IF;
        FOREACH name IN ARRAY ARRAY[${classes}] LOOP
            ids := ARRAY(SELECT entry_id FROM efi_audit.pending WHERE class = name ORDER BY entry_id LIMIT most);
            CONTINUE WHEN cardinality(ids) = 0;
            SELECT seq, hash, linked_at INTO head FROM efi_audit.link
             WHERE class = name ORDER BY linked_at DESC, seq DESC LIMIT 1;
            number := coalesce(head.seq, 0);
            chained := coalesce(head.hash, sha256(convert_to('${genesis('')}' || name, 'UTF8')));
            moment := greatest(clock_timestamp(), head.linked_at);
            FOR next IN SELECT entry_id, entry_at, entry_hash FROM efi_audit.pending
                         WHERE class = name AND entry_id = ANY (ids) ORDER BY entry_id LOOP
                number := number + 1;
                chained := sha256(chained || int8send(number) || int8send(${microseconds('moment')})
                                  || int8send(next.entry_id) || next.entry_hash);
                INSERT INTO efi_audit.link VALUES
                    (name, moment, number, next.entry_id, next.entry_at, next.entry_hash, chained);
            END LOOP;
            DELETE FROM efi_audit.pending WHERE class = name AND entry_id = ANY (ids);
            linked := linked + cardinality(ids);
        END LOOP;
        RETURN linked;
    END $$;`;

/** Attaching a table takes a weaker lock than creating it as a partition: nobody who writes has to wait. */
const makePartitions = `
    CREATE FUNCTION efi_audit.make_partitions(ahead int) RETURNS int LANGUAGE plpgsql ${asOwner} AS $$
    DECLARE
        parent text;
        name text;
        part text;
        first timestamp;
        made int := 0;
    BEGIN
        PERFORM pg_advisory_xact_lock(${TRAIL_LOCK});
        FOREACH parent IN ARRAY ARRAY['entry', 'link'] LOOP
            FOREACH name IN ARRAY ARRAY[${classes}] LOOP
                FOR n IN 0..least(ahead, 24) LOOP
                    first := date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => n);
                    part := format('%s_%s_%s', parent, name, to_char(first, 'YYYYMM'));
                    CONTINUE WHEN to_regclass('efi_audit.' || part) IS NOT NULL;
                    EXECUTE format('CREATE TABLE efi_audit.%I (LIKE efi_audit.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)',
                                   part, parent);
                    EXECUTE format('ALTER TABLE efi_audit.%I ATTACH PARTITION efi_audit.%I FOR VALUES FROM (%L) TO (%L)',
                                   parent || '_' || name, part, first || '+00', (first + interval '1 month') || '+00');
                    made := made + 1;
                END LOOP;
            END LOOP;
        END LOOP;
        RETURN made;
    END $$;`;

/** Whoever calls it, nothing goes before its time. */
const dropMonth = `
    CREATE FUNCTION efi_audit.drop_month(parent text, name text, month date) RETURNS boolean
        LANGUAGE plpgsql ${asOwner} SET lock_timeout = '2s' AS $$
    DECLARE
        part text := format('%s_%s_%s', parent, name, to_char(month, 'YYYYMM'));
        kept int := CASE name ${auditClasses.map(name => `WHEN '${name}' THEN ${retentionMonths[name]}`).join(' ')} END;
    BEGIN
        IF parent NOT IN ('entry', 'link') OR kept IS NULL
           OR month + make_interval(months => kept + 1) > now() AT TIME ZONE 'UTC' THEN
            RAISE EXCEPTION 'The audit trail keeps % of % for longer', name, to_char(month, 'YYYY-MM');
        END IF;
        IF to_regclass('efi_audit.' || part) IS NULL THEN
            RETURN false;
        END IF;
        EXECUTE format('DROP TABLE efi_audit.%I', part);
        RETURN true;
    END $$;`;

export const createFunctions = refuseChange + awaitLink + linkPending + makePartitions + dropMonth;
