import { Injectable } from '@nestjs/common';
import { auditTrail, type ConsentPurpose, consentPurposes } from '@efi/plugin-kit';
import { type RequestContext, TransactionalConnection } from '@vendure/core';
import { type TextProblem, textProblem, textsIn, type WrittenText } from '../../application/consent-rules';
import { EfiGdprConsentText } from './entities';

/** Of the advisory lock under which versions are numbered. */
const LOCK = 0x6566_6774;

const NEWEST = 'version = (SELECT max(t.version) FROM efi_gdpr_consent_text t)';

/** A version of the texts, and what people decided about it. */
export interface ConsentVersion {
    readonly version: number;
    readonly publishedAt: Date;
    /** The user id of a member of the staff. */
    readonly publishedBy: string | null;
    readonly purposes: readonly {
        readonly purpose: ConsentPurpose;
        readonly agreed: number;
        readonly refused: number;
    }[];
}

const VERSIONS = `
    SELECT t.version, min(t."publishedAt") AS "publishedAt", min(t."publishedBy") AS "publishedBy", t.purpose,
           coalesce(min(c.agreed), 0)::int AS agreed, coalesce(min(c.refused), 0)::int AS refused
      FROM efi_gdpr_consent_text t
      LEFT JOIN (SELECT "textVersion", purpose, count(*) FILTER (WHERE agreed) AS agreed,
                        count(*) FILTER (WHERE NOT agreed) AS refused
                   FROM efi_gdpr_consent WHERE "endedAt" IS NULL GROUP BY 1, 2) c
        ON c."textVersion" = t.version AND c.purpose = t.purpose
     GROUP BY t.version, t.purpose ORDER BY t.version DESC`;

interface VersionRow {
    readonly version: number;
    readonly publishedAt: Date;
    readonly publishedBy: string | null;
    readonly purpose: ConsentPurpose;
    readonly agreed: number;
    readonly refused: number;
}

/** The texts with which people are asked. A version has all purposes that are asked for from then on. */
@Injectable()
export class ConsentTexts {
    constructor(private readonly connection: TransactionalConnection) {}

    /** All languages of the newest version, or of a given one; in the order of the purposes. */
    async all(ctx: RequestContext, version?: number): Promise<EfiGdprConsentText[]> {
        const texts = await this.connection
            .getRepository(ctx, EfiGdprConsentText)
            .createQueryBuilder('text')
            .where(
                version === undefined ? NEWEST.replace('version', 'text.version') : 'text.version = :version',
                {
                    version,
                },
            )
            .orderBy('text.languageCode')
            .getMany();
        return texts.sort(byPurpose);
    }

    /** All versions that there ever were, the newest first, with the decisions about each that hold now. */
    async versions(ctx: RequestContext): Promise<ConsentVersion[]> {
        const rows = await this.connection
            .getRepository(ctx, EfiGdprConsentText)
            .manager.query<VersionRow[]>(VERSIONS);
        return [...new Set(rows.map(({ version }) => version))].flatMap(version => {
            const own = rows.filter(row => row.version === version).sort(byPurpose);
            const [first] = own;
            return first ? [{ ...first, purposes: own }] : [];
        });
    }

    /** What a shopper reads. */
    async shown(ctx: RequestContext): Promise<{ version: number; texts: EfiGdprConsentText[] }> {
        const all = await this.all(ctx);
        return { version: all[0]?.version ?? 0, texts: textsIn(all, ctx.languageCode) };
    }

    /** Publishes a version; from now on all people are asked again, for its purposes. In a transaction. */
    async publish(
        ctx: RequestContext,
        texts: readonly WrittenText[],
    ): Promise<EfiGdprConsentText[] | TextProblem> {
        const problem = textProblem(texts);
        if (problem) {
            return problem;
        }
        const { manager } = this.connection.getRepository(ctx, EfiGdprConsentText);
        await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
        const newest = await manager.maximum(EfiGdprConsentText, 'version');
        const version = (newest ?? 0) + 1;
        const publishedBy = ctx.activeUserId === undefined ? null : String(ctx.activeUserId);
        await manager.insert(
            EfiGdprConsentText,
            texts.map(({ purpose, languageCode, title, text }) => ({
                version,
                purpose,
                languageCode,
                title: title.trim(),
                text: text.trim(),
                publishedBy,
            })),
        );
        await auditTrail(this.connection.rawConnection).record(ctx, {
            action: 'publishConsentTexts',
            class: 'security',
            resource: { type: 'EfiConsentTexts', id: version },
            after: { purposes: [...new Set(texts.map(({ purpose }) => purpose))] },
        });
        return this.all(ctx, version);
    }
}

function byPurpose(a: { purpose: ConsentPurpose }, b: { purpose: ConsentPurpose }): number {
    return consentPurposes.indexOf(a.purpose) - consentPurposes.indexOf(b.purpose);
}
