import { auditClasses } from '../../domain/audit-class';

const classes = auditClasses.map(name => `'${name}'`).join(', ');

/** What an entry is made of; a change is a new migration. The database alone says when it was and which number it has. */
const tables = `
    CREATE SCHEMA efi_audit;
    CREATE SEQUENCE efi_audit.entry_id;
    CREATE TABLE efi_audit.entry (
        class text NOT NULL CHECK (class IN (${classes})),
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        id bigint NOT NULL DEFAULT nextval('efi_audit.entry_id'),
        user_id text,
        actor_kind text NOT NULL,
        request_id text,
        channel_id text,
        action text NOT NULL,
        resource_type text,
        resource_id text,
        status text NOT NULL CHECK (status IN ('success', 'refused', 'denied', 'failed')),
        before jsonb,
        after jsonb,
        detail jsonb,
        address text,
        client text,
        PRIMARY KEY (class, at, id)
    ) PARTITION BY LIST (class);
    CREATE INDEX ON efi_audit.entry (id);
    CREATE INDEX ON efi_audit.entry (user_id, at);
    CREATE INDEX ON efi_audit.entry (action, at);
    CREATE INDEX ON efi_audit.entry (resource_type, resource_id, at);

    CREATE TABLE efi_audit.pending (
        class text NOT NULL,
        entry_id bigint NOT NULL,
        entry_at timestamptz NOT NULL,
        entry_hash bytea NOT NULL,
        PRIMARY KEY (class, entry_id)
    ) WITH (autovacuum_vacuum_scale_factor = 0.02);

    CREATE TABLE efi_audit.link (
        class text NOT NULL,
        linked_at timestamptz NOT NULL,
        seq bigint NOT NULL,
        entry_id bigint NOT NULL,
        entry_at timestamptz NOT NULL,
        entry_hash bytea NOT NULL,
        hash bytea NOT NULL,
        PRIMARY KEY (class, linked_at, seq)
    ) PARTITION BY LIST (class);
    CREATE INDEX ON efi_audit.link (entry_id);

    CREATE TABLE efi_audit.anchor (
        number bigint PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        payload text NOT NULL,
        signature text NOT NULL
    );
    CREATE TABLE efi_audit.verification (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        ok boolean NOT NULL,
        report jsonb NOT NULL
    );`;

const partitionsOfClasses = ['entry', 'link']
    .flatMap(table =>
        auditClasses.map(
            name => `
    CREATE TABLE efi_audit.${table}_${name} PARTITION OF efi_audit.${table}
        FOR VALUES IN ('${name}') PARTITION BY RANGE (${table === 'entry' ? 'at' : 'linked_at'});`,
        ),
    )
    .join('');

export const createTables = tables + partitionsOfClasses;
