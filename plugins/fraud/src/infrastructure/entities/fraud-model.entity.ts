import { Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { TrainedCard } from '../../domain/models/training-run';

/** A trained model with its card. */
@Entity('efi_fraud_model')
@Index('ux_efi_fraud_model_in_place', ['state'], { unique: true, where: `state = 'IN_PLACE'` })
export class EfiFraudModel {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_fraud_model' })
    id!: number;

    @CreateDateColumn({ type: 'timestamp with time zone' })
    createdAt!: Date;

    /** In place: it scores. Rejected: it was not better. Retired: it was in place before. */
    @Column('varchar')
    state!: 'IN_PLACE' | 'REJECTED' | 'RETIRED';

    /** What the comparison said, or what a person wrote. */
    @Column('varchar')
    reason!: string;

    /** Of the administrator who decided; null when the comparison did. */
    @Column('varchar', { nullable: true })
    decidedBy!: string | null;

    @Column('timestamp with time zone', { default: () => 'now()' })
    decidedAt!: Date;

    @Column('jsonb')
    card!: TrainedCard;

    /** Its numbers, as `readModel` takes them. */
    @Column('jsonb', { nullable: true })
    artefact!: unknown;
}
