import { Column, CreateDateColumn, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Listing } from '../../domain/assessment';
import type { Policy } from '../../domain/policy';
import type { SubjectKind } from '../../domain/signals';
import type { Text } from '../../domain/text';
import type { Verdict } from '../../domain/verdict';

/** Keys of the pseudonyms: of what is counted, and of the lists. */
@Entity('efi_fraud_key')
export class EfiFraudKey {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_fraud_key' })
    id!: number;

    @CreateDateColumn({ type: 'timestamp with time zone' })
    createdAt!: Date;

    @Column('varchar')
    purpose!: 'signals' | 'lists';

    @Column('varchar')
    secret!: string;
}

/** The last attempts of a subject, the newest first, at most 200. */
@Entity('efi_fraud_velocity')
@Index('ix_efi_fraud_velocity_seen', ['seenAt'])
export class EfiFraudVelocity {
    @PrimaryColumn('varchar', { primaryKeyConstraintName: 'pk_efi_fraud_velocity' })
    key!: string;

    @Column('timestamp with time zone', { array: true })
    attempts!: Date[];

    @Column('timestamp with time zone', { array: true })
    declines!: Date[];

    @Column('timestamp with time zone')
    seenAt!: Date;
}

/** A version of a rule. Only `retiredAt` is ever written again, and `enabled`, of the current one. */
@Entity('efi_fraud_rule')
@Index('ux_efi_fraud_rule_version', ['code', 'version'], { unique: true })
@Index('ux_efi_fraud_rule_current', ['code'], { unique: true, where: '"retiredAt" IS NULL' })
export class EfiFraudRule {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_fraud_rule' })
    id!: number;

    @CreateDateColumn({ type: 'timestamp with time zone' })
    createdAt!: Date;

    @Column('varchar')
    code!: string;

    @Column('integer')
    version!: number;

    @Column('jsonb')
    name!: Text;

    @Column('text')
    expression!: string;

    @Column('double precision')
    points!: number;

    @Column('varchar', { nullable: true })
    atLeast!: Verdict | null;

    @Column('boolean')
    enabled!: boolean;

    @Column('timestamp with time zone', { nullable: true })
    retiredAt!: Date | null;

    @Column('varchar', { nullable: true })
    createdBy!: string | null;
}

/** How a channel decides, since `createdAt`. The newest row is in force. */
@Entity('efi_fraud_policy')
@Index('ix_efi_fraud_policy_channel', ['channelId', 'id'])
export class EfiFraudPolicy {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_fraud_policy' })
    id!: number;

    @CreateDateColumn({ type: 'timestamp with time zone' })
    createdAt!: Date;

    @Column('integer')
    channelId!: number;

    @Column('jsonb')
    policy!: Policy;

    @Column('varchar', { nullable: true })
    createdBy!: string | null;
}

/** Who is always let through, or never. */
@Entity('efi_fraud_list_entry')
@Index('ux_efi_fraud_list_entry_key', ['channelId', 'key'], { unique: true })
export class EfiFraudListEntry {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_fraud_list_entry' })
    id!: number;

    @CreateDateColumn({ type: 'timestamp with time zone' })
    createdAt!: Date;

    @Column('integer')
    channelId!: number;

    @Column('varchar')
    kind!: SubjectKind;

    @Column('varchar')
    key!: string;

    /** Enough of the value for people to know the entry again, such as `a…@example.com`. */
    @Column('varchar')
    hint!: string;

    @Column('varchar')
    verdict!: NonNullable<Listing>;

    @Column('varchar')
    note!: string;

    @Column('timestamp with time zone', { nullable: true })
    expiresAt!: Date | null;

    @Column('varchar', { nullable: true })
    createdBy!: string | null;
}

/** What somebody wrote about a decision, or did with it. */
@Entity('efi_fraud_note')
@Index('ix_efi_fraud_note_decision', ['decisionId'])
export class EfiFraudNote {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_fraud_note' })
    id!: number;

    @CreateDateColumn({ type: 'timestamp with time zone' })
    createdAt!: Date;

    @Column('integer')
    decisionId!: number;

    @Column('varchar')
    kind!: 'note' | 'accepted' | 'rejected' | 'asked' | 'appeal' | 'appeal-granted' | 'appeal-refused';

    @Column('text')
    text!: string;

    @Column('varchar')
    author!: string;
}
