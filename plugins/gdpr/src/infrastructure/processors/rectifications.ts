import { Inject, Injectable } from '@nestjs/common';
import type { ID } from '@vendure/core';
import type { EntityManager } from 'typeorm';
import { type RectifiableData, type RectifiedRow, rectifiedRows } from '../../domain/rectification';
import { sealedColumns } from '../../encryption/sealed-columns';
import { GDPR_OPTIONS, type ResolvedGdprOptions } from '../../gdpr.options';
import type { EfiGdprRequest } from '../entities';
import { People } from '../people';
import { type PersonalPart, type PersonalRow, PersonalParts } from '../personal-parts';
import { keyFor, keysFor, seal, unseal } from '../sealing';

/** What was put right, and how a processor knows whom it is about. */
export interface Rectified {
    /** As it was before, since processors know the person by it. */
    readonly emailAddress: string | null;
    readonly changes: readonly RectifiedRow[];
}

/** Columns with objects, which a row has as text. */
const OBJECTS: ReadonlySet<string> = new Set(
    sealedColumns.filter(({ isObject }) => isObject).map(({ name }) => name),
);

/** Tells what a rectification changed: what a person may have put right is remembered, sealed, while it is open. */
@Injectable()
export class Rectifications {
    constructor(
        private readonly people: People,
        private readonly parts: PersonalParts,
        @Inject(GDPR_OPTIONS) private readonly options: ResolvedGdprOptions,
    ) {}

    /** What is to be kept with a new request. */
    async remember(
        manager: EntityManager,
        { kind, customerId }: Pick<EfiGdprRequest, 'kind' | 'customerId'>,
    ): Promise<string | null> {
        return kind === 'RECTIFICATION'
            ? seal(Buffer.from(JSON.stringify(await this.read(manager, customerId))), this.sealingKey())
            : null;
    }

    /** @returns nothing for a request of another kind, or from before anything was remembered. */
    async of(
        manager: EntityManager,
        { customerId, sealedBefore }: Pick<EfiGdprRequest, 'customerId' | 'sealedBefore'>,
    ): Promise<Rectified | undefined> {
        if (sealedBefore === null) {
            return undefined;
        }
        const plain = await unseal(sealedBefore, ...keysFor(this.options, 'rectifications'));
        const before = JSON.parse(Buffer.from(plain).toString()) as RectifiableData;
        const emailAddress = before['customer']?.[String(customerId)]?.['emailAddress'];
        return {
            emailAddress: typeof emailAddress === 'string' ? emailAddress : null,
            changes: rectifiedRows(before, await this.read(manager, customerId)),
        };
    }

    private async read(manager: EntityManager, customerId: ID): Promise<RectifiableData> {
        const person = await this.people.person(customerId, manager);
        const found: Record<string, Record<string, PersonalRow>> = {};
        for (const part of this.parts.all()) {
            if (part.rectifiable) {
                const rows = await this.parts.read(manager, part, person);
                found[part.part] = Object.fromEntries(
                    rows.map(row => [String(row['id']), valuesOf(part, part.rectifiable ?? [], row)]),
                );
            }
        }
        return found;
    }

    private sealingKey(): Uint8Array {
        return keyFor(this.options.secret, 'rectifications');
    }
}

function valuesOf({ table }: PersonalPart, columns: readonly string[], row: PersonalRow): PersonalRow {
    return Object.fromEntries(
        columns.map(column => {
            const value = row[column];
            const isObject = OBJECTS.has(`${table}.${column}`) && typeof value === 'string';
            return [column, isObject ? (JSON.parse(value) as unknown) : (value ?? null)];
        }),
    );
}
