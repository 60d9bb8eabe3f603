import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { phrases } from '../application/words';
import { GDPR_OPTIONS, type ResolvedGdprOptions } from '../gdpr.options';
import { type PersonalPart, PersonalParts, quoted } from './personal-parts';
import { allSecrets, stringHasher } from './sealing';

/** So many rows are looked at at once. */
const PAGE = 500;

/**
 * Finds what named erased people in the texts of a restored backup. Their own rows may tell nothing any more, since the
 * keys of these were destroyed.
 */
@Injectable()
export class MentionedAgain {
    constructor(
        private readonly parts: PersonalParts,
        @Inject(GDPR_OPTIONS) private readonly options: ResolvedGdprOptions,
    ) {}

    /**
     * @param manager - In a transaction.
     * @param sought - Hashes of strings.
     * @returns the strings that were found, by their hashes.
     */
    async find(manager: EntityManager, sought: ReadonlySet<string>): Promise<Map<string, string>> {
        const found = new Map<string, string>();
        const hashers = allSecrets(this.options).map(stringHasher);
        const known = new Set<string>();
        for (const part of sought.size ? this.parts.all() : []) {
            for await (const text of textsOf(manager, part)) {
                for (const phrase of phrases(text)) {
                    if (!known.has(phrase)) {
                        known.add(phrase);
                        for (const hashed of hashers.map(hash => hash(phrase))) {
                            if (sought.has(hashed)) {
                                found.set(hashed, phrase);
                            }
                        }
                    }
                }
            }
            known.clear();
        }
        return found;
    }
}

/** Of parts whose rows are found by what they mention. */
async function* textsOf(manager: EntityManager, part: PersonalPart): AsyncGenerator<string> {
    if (!/:strings\b/.test(part.rows)) {
        return;
    }
    const columns = Object.keys(part.columns).map(column => `"${column}"`);
    await manager.query(
        `DECLARE efi_texts NO SCROLL CURSOR FOR SELECT jsonb_build_array(${columns.join(', ')})::text AS text
           FROM ${quoted(part.table)}`,
    );
    let rows: { text: string }[];
    do {
        rows = await manager.query<{ text: string }[]>(`FETCH ${PAGE} FROM efi_texts`);
        for (const { text } of rows) {
            // A text in JSON in JSON, such as what a job keeps of an answer.
            yield text.replaceAll('\\', '');
        }
    } while (rows.length === PAGE);
    await manager.query('CLOSE efi_texts');
}
