import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { RetentionRuleId } from '../../application/retention-rules';

/** What one rule found and did at one time. */
@Entity('efi_gdpr_retention_run')
export class EfiGdprRetentionRun {
    @PrimaryGeneratedColumn({ type: 'bigint', primaryKeyConstraintName: 'pk_efi_gdpr_retention_run' })
    id!: string;

    @Column('varchar')
    rule!: RetentionRuleId;

    @Column('integer')
    days!: number;

    @Column('boolean')
    isDryRun!: boolean;

    @Column('timestamp with time zone')
    startedAt!: Date;

    /** Nothing while it runs, and for one that was cut off: the next one goes on. */
    @Column('timestamp with time zone', { nullable: true })
    endedAt!: Date | null;

    /** Rows whose time was over when it began. */
    @Column('integer')
    due!: number;

    /** Those that were dealt with. */
    @Column('integer', { default: 0 })
    done!: number;

    /** A code or the name of an error: messages may carry what is to go. */
    @Column('varchar', { nullable: true })
    problem!: string | null;
}
