import type { ConsentMethod, ConsentPurpose } from '@efi/plugin-kit';
import { EntityId, type ID } from '@vendure/core';
import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** What a customer decided about one purpose. What holds now has no `endedAt`; the rest is history. */
@Entity('efi_gdpr_consent')
@Index('ux_efi_gdpr_consent_current', ['customerId', 'purpose'], { unique: true, where: '"endedAt" IS NULL' })
@Index('ix_efi_gdpr_consent_customer', ['customerId'])
export class EfiGdprConsent {
    @PrimaryGeneratedColumn({ type: 'bigint', primaryKeyConstraintName: 'pk_efi_gdpr_consent' })
    id!: string;

    @EntityId()
    customerId!: ID;

    @Column('varchar')
    purpose!: ConsentPurpose;

    @Column('boolean')
    agreed!: boolean;

    @Column('timestamp with time zone')
    at!: Date;

    /** When another decision took its place. */
    @Column('timestamp with time zone', { nullable: true })
    endedAt!: Date | null;

    @Column('varchar')
    method!: ConsentMethod;

    /** Of the texts that were asked with; 0 before there were any. */
    @Column('integer')
    textVersion!: number;

    /** A JWS of the whole decision, without the person. Nothing for what is older than receipts. */
    @Column('text', { nullable: true })
    receipt!: string | null;

    /** The user id of the member of staff who wrote it down for the customer. */
    @Column('varchar', { nullable: true })
    recordedBy!: string | null;

    /** Why they did. */
    @Column('text', { nullable: true })
    because!: string | null;
}

/** What people are asked, in one language. Never changed: staff publish a new version, and all are asked again. */
@Entity('efi_gdpr_consent_text')
export class EfiGdprConsentText {
    @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_efi_gdpr_consent_text' })
    version!: number;

    @PrimaryColumn('varchar', { primaryKeyConstraintName: 'pk_efi_gdpr_consent_text' })
    purpose!: ConsentPurpose;

    @PrimaryColumn('varchar', { primaryKeyConstraintName: 'pk_efi_gdpr_consent_text' })
    languageCode!: string;

    @Column('varchar')
    title!: string;

    @Column('text')
    text!: string;

    @Column('timestamp with time zone', { default: () => 'now()' })
    publishedAt!: Date;

    /** The user id of the member of staff; nothing for what the plugin came with. */
    @Column('varchar', { nullable: true })
    publishedBy!: string | null;
}
