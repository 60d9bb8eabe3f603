import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked about recommendations, by language, now that it says that what was viewed last is kept, too. */
const TEXTS: Readonly<Record<string, string>> = {
    en: 'What you view and buy while you are signed in decides what we recommend to you. The products that you viewed last stay in this browser for 30 days, so that you find them again.',
    de: 'Was Sie angemeldet ansehen und kaufen, entscheidet darüber, was wir Ihnen empfehlen. Die zuletzt angesehenen Produkte bleiben 30 Tage in diesem Browser, damit Sie sie wiederfinden.',
    fr: 'Ce que vous regardez et achetez en étant connecté décide de ce que nous vous recommandons. Les derniers produits vus restent 30 jours dans ce navigateur, pour que vous les retrouviez.',
};

/** Where nobody has published texts of their own. */
const SEEDED = `(SELECT max(version) FROM efi_gdpr_consent_text HAVING max(version) = 1)`;

/** A version of its own: whoever decided about the first is asked again, and until then the decision holds. */
export class NameRecentlyViewed1796750000000 implements MigrationInterface {
    readonly name = 'NameRecentlyViewed1796750000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(
            `INSERT INTO efi_gdpr_consent_text (version, purpose, "languageCode", title, text)
             SELECT 2, purpose, "languageCode", title, text FROM efi_gdpr_consent_text WHERE version = ${SEEDED}`,
        );
        for (const [languageCode, text] of Object.entries(TEXTS)) {
            await queryRunner.query(
                `UPDATE efi_gdpr_consent_text SET text = $2
                  WHERE version = 2 AND purpose = 'personalisation' AND "languageCode" = $1 AND "publishedBy" IS NULL`,
                [languageCode, text],
            );
        }
    }

    /** Decisions about the version keep its number: the next one of that number would be another. */
    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(
            `DELETE FROM efi_gdpr_consent_text WHERE version = 2 AND "publishedBy" IS NULL
                AND NOT EXISTS (SELECT FROM efi_gdpr_consent_text WHERE version > 2)
                AND NOT EXISTS (SELECT FROM efi_gdpr_consent WHERE "textVersion" >= 2)`,
        );
    }
}
