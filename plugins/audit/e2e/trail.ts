import { createTestDatabase, testPostgresUrl } from '@efi/plugin-kit/testing';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { auditMigrations } from '../src';
import {
    signAnchor,
    type AnchorContent,
    type SignedAnchor,
    hashOfPayload,
} from '../src/infrastructure/chain/anchor';
import { keyId, publicKeyOf, signingKey, trustedKeys } from '../src/infrastructure/chain/anchor-key';
import type { Query } from '../src/infrastructure/chain/trail-reader';
import { entryHash, originHash, saidHash } from '../src/infrastructure/schema/entry-hash';
import { verifyTrail } from '../src/infrastructure/chain/verify-trail';

/** Class, action and what is there now. */
export const ENTRY = `INSERT INTO efi_audit.entry (class, actor_kind, action, status, after, address, client, said)
    VALUES ($1, 'system', $2, 'success', $3, '203.0.113.77', 'curl', '{"salt": "s", "texts": ["called"]}')`;

export const secret = 'a secret of at least thirty-two characters';

/** A database with the trail alone, migrated by an owner who gives the application its usual rights. */
export async function newTrail(name: string): Promise<string> {
    const url = await createTestDatabase(testPostgresUrl(), name);
    await run(
        url,
        `DO $$ BEGIN CREATE ROLE ${name}_app LOGIN PASSWORD 'p'; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    );
    await run(
        url,
        `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${name}_app`,
    );
    const dataSource = new DataSource({ type: 'postgres', url, migrations: auditMigrations });
    await dataSource.initialize();
    await dataSource.runMigrations({ transaction: 'each' });
    await dataSource.destroy();
    return url;
}

/** The same database as the application's role sees it. */
export function asApplication(url: string): string {
    const address = new URL(url);
    address.username = `${address.pathname.slice(1)}_app`;
    address.password = 'p';
    return address.href;
}

/** A copy of a database that nobody is connected to, to do what one likes with. */
export async function copyOf(url: string, name: string): Promise<string> {
    const original = new URL(url).pathname.slice(1);
    await run(testPostgresUrl(), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await run(testPostgresUrl(), `CREATE DATABASE ${name} TEMPLATE ${original}`);
    const copy = new URL(url);
    copy.pathname = `/${name}`;
    return copy.href;
}

export async function withClient<Result>(
    url: string,
    work: (client: Client) => Promise<Result>,
): Promise<Result> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
        return await work(client);
    } finally {
        await client.end();
    }
}

export function run(
    url: string,
    sql: string,
    parameters: unknown[] = [],
): Promise<Record<string, unknown>[]> {
    return withClient(
        url,
        async client => (await client.query<Record<string, unknown>>(sql, parameters)).rows,
    );
}

/** What `npm run audit:verify` does. */
export function verify(url: string, published?: readonly SignedAnchor[], pageSize = 7) {
    return withClient(url, client => {
        const query: Query = async <Row>(sql: string, parameters: readonly unknown[] = []) =>
            (await client.query<Row & object>(sql, [...parameters])).rows as Row[];
        return verifyTrail(query, {
            keys: trustedKeys(secret, []),
            pageSize,
            ...(published ? { published: each(published) } : {}),
        });
    });
}

/** Signs the chain as it is, as a worker does. */
export async function anchor(url: string): Promise<SignedAnchor> {
    return withClient(url, async client => {
        const { rows: heads } = await client.query<{ class: string; seq: string; hash: string }>(
            `SELECT DISTINCT ON (class) class, seq, encode(hash, 'hex') AS hash FROM efi_audit.link ORDER BY class, seq DESC`,
        );
        const { rows: anchors } = await client.query<{ payload: string }>(
            'SELECT payload FROM efi_audit.anchor ORDER BY number',
        );
        const last = anchors.at(-1);
        const key = signingKey(secret);
        const content: AnchorContent = {
            number: anchors.length + 1,
            at: new Date().toISOString(),
            key: keyId(publicKeyOf(key)),
            previous: last ? hashOfPayload(last.payload) : null,
            heads: Object.fromEntries(
                heads.map(head => [head.class, { seq: Number(head.seq), hash: head.hash }]),
            ),
            dropped: [],
        };
        const signed = signAnchor(content, key);
        await client.query('INSERT INTO efi_audit.anchor (number, payload, signature) VALUES ($1, $2, $3)', [
            content.number,
            signed.payload,
            signed.signature,
        ]);
        return signed;
    });
}

async function* each(anchors: readonly SignedAnchor[]): AsyncGenerator<SignedAnchor> {
    await Promise.resolve();
    yield* anchors;
}

/** A statement in which HASH, ORIGIN and SAID stand for the hashes of the entry `e`. */
export function withHashes(tampering: string): string {
    return tampering
        .replace('ORIGIN', originHash('e'))
        .replace('SAID', saidHash('e'))
        .replace('HASH', entryHash('e'));
}

/** One entry, with an address and free text. */
export function write(url: string, action: string, after: unknown = null, name = 'transaction') {
    return run(url, ENTRY, [name, action, after === null ? null : JSON.stringify(after)]);
}

/** @returns how many entries were linked. */
export async function link(url: string): Promise<number> {
    const [row] = await run(url, 'SELECT efi_audit.link_pending(5000) AS linked');
    return Number(row?.linked);
}
