import { EntityId, type ID } from '@vendure/core';
import type { JWK } from 'jose';
import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Person } from '../application/person';
import { EfiGdprSealing, EfiGdprSpentKey } from '../encryption/sealing.entities';
import { EfiGdprFormerAddress } from './former-address.entity';
import { EfiGdprHeld } from './held-data.entity';
import { EfiGdprMailLink } from './by-mail/mail-link.entity';
import { EfiGdprRetentionRun } from './retention/retention-run.entity';
import { EfiGdprNotice, EfiGdprProcessor } from './processors/entities';
import { EfiGdprConsent, EfiGdprConsentText } from './consent/entities';
import type { RequestKind, RequestState } from '../domain/privacy-request';

/** What a person asked for, and where it stands. Without names: those are in `subject`, and only until it ends. */
@Entity('efi_gdpr_request')
@Index('ix_efi_gdpr_request_customer', ['customerId'])
@Index('ix_efi_gdpr_request_open', ['startsAt'], {
    where: `state IN ('VERIFIED', 'IN_PROGRESS', 'PARTIAL')`,
})
export class EfiGdprRequest {
    /** Also what shows its state to whoever has it. */
    @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_efi_gdpr_request' })
    id!: string;

    @Column('timestamp with time zone')
    createdAt!: Date;

    @Column('timestamp with time zone', { default: () => 'now()' })
    updatedAt!: Date;

    @Column('varchar')
    kind!: RequestKind;

    @Column('varchar')
    state!: RequestState;

    @EntityId()
    customerId!: ID;

    /** In which it was asked for, and is answered by mail. */
    @Column('varchar', { nullable: true })
    languageCode!: string | null;

    /** Of the market in which it was asked for. */
    @Column('varchar', { nullable: true })
    channelCode!: string | null;

    /** In the person's words. Gone when it ends. */
    @Column('text', { nullable: true })
    note!: string | null;

    /** Of a rectification, JWE of what may be put right as it was. Gone when it ends. */
    @Column('text', { nullable: true })
    sealedBefore!: string | null;

    @Column('timestamp with time zone', { nullable: true })
    verifiedAt!: Date | null;

    @Column('varchar', { nullable: true })
    verifiedBy!: 'password' | 'recent-sign-in' | 'mail' | 'staff' | 'retention' | null;

    @Column('timestamp with time zone')
    startsAt!: Date;

    @Column('timestamp with time zone')
    dueAt!: Date;

    @Column('text', { nullable: true })
    extendedBecause!: string | null;

    @Column('text', { nullable: true })
    refusedBecause!: string | null;

    @Column('timestamp with time zone', { nullable: true })
    endedAt!: Date | null;

    @Column('integer', { default: 0 })
    attempts!: number;

    @Column('timestamp with time zone', { nullable: true })
    nextTryAt!: Date | null;

    /** Whom it is about, from when work begins to when it ends. */
    @Column('jsonb', { nullable: true })
    subject!: Person | null;

    /** A JWS that says what was erased. */
    @Column('text', { nullable: true })
    certificate!: string | null;
}

/** A part of a request: an entry of the registry, worked on by itself. */
@Entity('efi_gdpr_part')
export class EfiGdprPart {
    @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_efi_gdpr_part' })
    requestId!: string;

    @PrimaryColumn('varchar', { primaryKeyConstraintName: 'pk_efi_gdpr_part' })
    part!: string;

    @Column('varchar', { default: 'WAITING' })
    state!: 'WAITING' | 'DONE' | 'FAILED' | 'HELD';

    /** That were given out or erased. */
    @Column('integer', { default: 0 })
    rows!: number;

    @Column('integer', { default: 0 })
    attempts!: number;

    /** A code or the name of an error: messages may carry what is to be erased. */
    @Column('varchar', { nullable: true })
    problem!: string | null;

    @Column('timestamp with time zone', { nullable: true })
    doneAt!: Date | null;
}

/** A file with a person's data, encrypted with a key that only its link has. */
@Entity('efi_gdpr_export')
export class EfiGdprExport {
    @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_efi_gdpr_export' })
    requestId!: string;

    /** JWE of the zip. */
    @Column('text')
    content!: string;

    /** JWE of the link's secret, with the secret of the installation. */
    @Column('text')
    sealedToken!: string;

    @Column('integer')
    bytes!: number;

    @Column('timestamp with time zone')
    expiresAt!: Date;
}

/** Why some of a person's data must be kept for now, whatever is asked for. */
@Entity('efi_gdpr_legal_hold')
@Index('ix_efi_gdpr_legal_hold_customer', ['customerId'])
export class EfiGdprLegalHold {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_gdpr_legal_hold' })
    id!: number;

    @Column('timestamp with time zone', { default: () => 'now()' })
    createdAt!: Date;

    @EntityId()
    customerId!: ID;

    /** Of the registry. */
    @Column('varchar', { array: true })
    parts!: string[];

    @Column('text')
    because!: string;

    @Column('timestamp with time zone')
    until!: Date;

    @Column('varchar')
    createdBy!: string;

    /** Under which lies what an erasure has left for it; JWE, and sealed once more with `encryption`. */
    @Column('text', { nullable: true })
    sealedKey!: string | null;
}

/** That somebody was erased, by a hash that leads to nobody without the secret of the installation. */
@Entity('efi_gdpr_erasure')
export class EfiGdprErasure {
    @PrimaryColumn('varchar', { primaryKeyConstraintName: 'pk_efi_gdpr_erasure' })
    subjectHash!: string;

    @Column('timestamp with time zone', { default: () => 'now()' })
    erasedAt!: Date;
}

/** The key that signs certificates. */
@Entity('efi_gdpr_signing_key')
export class EfiGdprSigningKey {
    @PrimaryColumn('varchar', { primaryKeyConstraintName: 'pk_efi_gdpr_signing_key' })
    kid!: string;

    @Column('timestamp with time zone', { default: () => 'now()' })
    createdAt!: Date;

    @Column('jsonb')
    publicJwk!: JWK;

    /** JWE of the private JWK, with the secret of the installation. */
    @Column('text')
    sealedPrivateKey!: string;
}

export const gdprEntities = [
    EfiGdprRequest,
    EfiGdprPart,
    EfiGdprExport,
    EfiGdprLegalHold,
    EfiGdprHeld,
    EfiGdprFormerAddress,
    EfiGdprErasure,
    EfiGdprSigningKey,
    EfiGdprSpentKey,
    EfiGdprSealing,
    EfiGdprConsent,
    EfiGdprConsentText,
    EfiGdprRetentionRun,
    EfiGdprProcessor,
    EfiGdprNotice,
    EfiGdprMailLink,
];
