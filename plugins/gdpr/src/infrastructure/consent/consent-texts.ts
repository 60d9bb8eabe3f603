import { Injectable } from '@nestjs/common';
import { auditTrail, consentPurposes } from '@efi/plugin-kit';
import { type RequestContext, TransactionalConnection } from '@vendure/core';
import { type TextProblem, textProblem, textsIn, type WrittenText } from '../../application/consent-rules';
import { EfiGdprConsentText } from './entities';

/** Of the advisory lock under which versions are numbered. */
const LOCK = 0x6566_6774;

const NEWEST = 'version = (SELECT max(t.version) FROM efi_gdpr_consent_text t)';

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
        const place = ({ purpose }: EfiGdprConsentText) => consentPurposes.indexOf(purpose);
        return texts.sort((a, b) => place(a) - place(b));
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
