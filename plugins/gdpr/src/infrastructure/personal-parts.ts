import { type PersonalDataTable, sealedTexts } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { ConfigService } from '@vendure/core';
import type { EntityManager } from 'typeorm';
import { openRow } from '../encryption/open-row';
import { bindPerson, type Person } from '../application/person';
import { personalDataRegistry } from '../registry';

/** An entry of the registry in which the rows of a person can be found. */
export type PersonalPart = PersonalDataTable & { readonly part: string; readonly rows: string };

/** One row, without what is withheld. */
export type PersonalRow = Readonly<Record<string, unknown>>;

/** Reads and erases by the registry. All of it can be done again. */
@Injectable()
export class PersonalParts {
    constructor(private readonly config: ConfigService) {}

    /** In the order in which they are erased. */
    all(): PersonalPart[] {
        return personalDataRegistry(this.config.plugins).flatMap(({ tables }) =>
            tables.flatMap(entry => {
                const { table, part = table, rows, subjects = 'shoppers' } = entry;
                return rows && subjects === 'shoppers' ? [{ ...entry, part, rows }] : [];
            }),
        );
    }

    async read(manager: EntityManager, part: PersonalPart, person: Person): Promise<PersonalRow[]> {
        const { sql, parameters } = bindPerson(part.rows, person);
        const found = await manager.query<{ row: PersonalRow }[]>(
            `SELECT to_jsonb(r) AS row FROM (SELECT * FROM ${quoted(part.table)} WHERE ${sql}) r`,
            [...parameters],
        );
        const withheld = new Set(part.withheld);
        const texts = sealedTexts(manager.connection);
        return found.map(({ row }) =>
            Object.fromEntries(
                Object.entries(openRow(row, part.table, texts)).filter(([column]) => !withheld.has(column)),
            ),
        );
    }

    async count(manager: EntityManager, part: PersonalPart, person: Person): Promise<number> {
        const { sql, parameters } = bindPerson(part.rows, person);
        const [row] = await manager.query<{ count: number }[]>(
            `SELECT count(*)::int AS count FROM ${quoted(part.table)} WHERE ${sql}`,
            [...parameters],
        );
        return row?.count ?? 0;
    }

    /** @returns how many rows were deleted or overwritten. */
    async erase(manager: EntityManager, part: PersonalPart, person: Person): Promise<number> {
        const { erasure, table, rows } = part;
        if (erasure.by === 'nothing') {
            return 0;
        }
        if (erasure.by === 'function') {
            const call = bindPerson(
                `SELECT ${erasure.call} AS rows FROM ${quoted(table)} WHERE ${rows}`,
                person,
            );
            const [done] = await manager.query<{ rows: number | null }[]>(call.sql, [...call.parameters]);
            return done?.rows ?? 0;
        }
        const { sql, parameters } = bindPerson(rows, person);
        const statement =
            erasure.by === 'deletion'
                ? `DELETE FROM ${quoted(table)} WHERE ${sql}`
                : `UPDATE ${quoted(table)} SET ${assignments(erasure.with)} WHERE ${sql}`;
        const [, count] = await manager.query<[unknown[], number]>(statement, [...parameters]);
        return count;
    }
}

function assignments(expressions: Readonly<Record<string, string>>): string {
    return Object.entries(expressions)
        .map(([column, expression]) => `"${column}" = ${expression}`)
        .join(', ');
}

/** A table may be in a schema of its own: `efi_audit.entry`. */
export function quoted(table: string): string {
    return table
        .split('.')
        .map(name => `"${name}"`)
        .join('.');
}
