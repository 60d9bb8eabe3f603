import { Injectable } from '@nestjs/common';
import { type RequestContext, TransactionalConnection } from '@vendure/core';
import { nearestWord, plainWord } from '../../domain/spelling';
import { EfiSearchWord } from '../entities/search-word.entity';

const CANDIDATES = 20;

/** For each word that no name has, not even as a beginning, those that look most like it. */
const LOOK_ALIKE = `
    SELECT typed.position::int AS position, alike.word, alike.plain
      FROM unnest($1::text[], $3::text[]) WITH ORDINALITY AS typed(plain, word, position)
     CROSS JOIN LATERAL (
           SELECT w.word, w.plain FROM efi_search_word w
            WHERE w."languageCode" = $2
            ORDER BY w.plain <-> typed.plain, w.word LIMIT ${CANDIDATES}
     ) alike
     WHERE NOT EXISTS (
           SELECT FROM efi_search_word known
            WHERE known."languageCode" = $2 AND starts_with(known.word, typed.word))`;

interface LookAlike {
    readonly position: number;
    readonly word: string;
    readonly plain: string;
}

/** Words that are right although no product has them. */
export interface Vocabulary {
    /** By what they are without accents. */
    readonly words: ReadonlyMap<string, string>;
    /** Whether a word is one of them, or a form of one. */
    isRight(this: void, word: string): boolean;
}

/** Knows how the words of a shop are spelt. */
@Injectable()
export class SpellingHelp {
    private available?: Promise<boolean>;

    constructor(private readonly connection: TransactionalConnection) {}

    /**
     * The words as they are spelt in the names of products, or else elsewhere. Those that can't be told stay as they are.
     *
     * @returns `undefined` when there is nothing to correct.
     */
    async correct(
        ctx: RequestContext,
        words: readonly string[],
        languageCode: string,
        elsewhere: Vocabulary,
    ): Promise<readonly string[] | undefined> {
        if (!(await this.isAvailable())) {
            return undefined;
        }
        const typed = words.map(word => word.toLowerCase());
        const plain = words.map(plainWord);
        const { manager } = this.connection.getRepository(ctx, EfiSearchWord);
        const rows = await manager.query<LookAlike[]>(LOOK_ALIKE, [plain, languageCode, typed]);
        const corrected = typed.map((word, index) => {
            const alike = rows.filter(({ position }) => position === index + 1);
            // None for a word that names have.
            if (alike.length === 0 || elsewhere.isRight(word)) {
                return word;
            }
            const spelling = new Map([
                ...elsewhere.words,
                ...alike.map(row => [row.plain, row.word] as const),
            ]);
            const candidates = [...alike.map(row => row.plain), ...elsewhere.words.keys()];
            const nearest = nearestWord(plain[index] ?? '', candidates);
            return (nearest !== undefined && spelling.get(nearest)) || word;
        });
        return corrected.some((word, index) => word !== typed[index]) ? corrected : undefined;
    }

    /** Asked once; a question that failed is asked again. */
    private isAvailable(): Promise<boolean> {
        this.available ??= this.hasTrigrams().catch((error: unknown) => {
            this.available = undefined;
            throw error;
        });
        return this.available;
    }

    private async hasTrigrams(): Promise<boolean> {
        const [row] = await this.connection.rawConnection.query<[{ there: boolean }]>(
            `SELECT to_regprocedure('similarity_dist(text, text)') IS NOT NULL AS there`,
        );
        return row.there;
    }
}
