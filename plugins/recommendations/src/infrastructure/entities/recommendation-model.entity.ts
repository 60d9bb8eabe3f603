import { Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { ModelCard } from '../../domain/training/model-card';

/** In place: it answers. Rejected: it was not better. Retired: it was in place before. */
export type ModelState = 'IN_PLACE' | 'REJECTED' | 'RETIRED';

/** A trained model with the card that says what it learned from and how well. */
@Entity('efi_recommendation_model')
@Index('ux_efi_recommendation_model_in_place', ['state'], { unique: true, where: `state = 'IN_PLACE'` })
export class EfiRecommendationModel {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_recommendation_model' })
    id!: number;

    @CreateDateColumn({ type: 'timestamp with time zone' })
    createdAt!: Date;

    @Column('varchar')
    state!: ModelState;

    @Column('jsonb')
    card!: ModelCard;

    /** Why it is in its state: what the comparison said, or what a person wrote. */
    @Column('varchar')
    reason!: string;

    /** Of the administrator who decided; null when the comparison did. */
    @Column('varchar', { nullable: true })
    decidedBy!: string | null;

    @Column('timestamp with time zone')
    decidedAt!: Date;
}
