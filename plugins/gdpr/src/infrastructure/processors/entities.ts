import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { RequestKind } from '../../domain/privacy-request';

/** Somebody who processes personal data for the shop, and is told what people ask for. */
@Entity('efi_gdpr_processor')
@Index('ux_efi_gdpr_processor_name', ['name'], { unique: true })
export class EfiGdprProcessor {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_gdpr_processor' })
    id!: number;

    @Column('timestamp with time zone', { default: () => 'now()' })
    createdAt!: Date;

    @Column('varchar')
    name!: string;

    @Column('varchar')
    url!: string;

    /** What it is told of. */
    @Column('varchar', { array: true })
    kinds!: RequestKind[];

    /** Whether an erasure is not whole before it has answered. */
    @Column('boolean', { default: true })
    isRequired!: boolean;

    @Column('boolean', { default: true })
    isActive!: boolean;

    /** JWE of the key that messages are signed with, with the secret of the installation. */
    @Column('text')
    sealedSecret!: string;
}

/**
 * `WAITING`: it was not reached yet. `ACKNOWLEDGED`: it knows, and has not answered. `DONE` and `FAILED` are its
 * answers, and `FAILED` also when it can't be reached at all.
 */
export type NoticeState = 'WAITING' | 'ACKNOWLEDGED' | 'DONE' | 'FAILED';

/** What one processor is told of one request, and what it answered. */
@Entity('efi_gdpr_notice')
@Index('ux_efi_gdpr_notice_request', ['requestId', 'processorId'], { unique: true })
@Index('ix_efi_gdpr_notice_due', ['nextTryAt'], { where: `state IN ('WAITING', 'ACKNOWLEDGED')` })
export class EfiGdprNotice {
    /** `webhook-id`: the same at each attempt. */
    @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_efi_gdpr_notice' })
    id!: string;

    @Column('timestamp with time zone', { default: () => 'now()' })
    createdAt!: Date;

    @Column('uuid')
    requestId!: string;

    @Column('integer')
    processorId!: number;

    @Column('varchar', { default: 'WAITING' })
    state!: NoticeState;

    @Column('integer', { default: 0 })
    attempts!: number;

    @Column('timestamp with time zone', { default: () => 'now()' })
    nextTryAt!: Date;

    /** A status, a code of an error, or what the processor said. */
    @Column('varchar', { nullable: true })
    problem!: string | null;

    @Column('timestamp with time zone', { nullable: true })
    acknowledgedAt!: Date | null;

    @Column('timestamp with time zone', { nullable: true })
    answeredAt!: Date | null;

    /** JWE of whom it is about and what changed, with the secret of the installation. Gone once it is answered. */
    @Column('text', { nullable: true })
    sealedPerson!: string | null;
}
