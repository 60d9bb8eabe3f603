import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Experiment } from '../../domain/attribution/experiment';
import type { Placement } from '../../domain/serving/placement';

/** An {@link Experiment} that runs or ran. One runs at a time: two at once could not be told apart. */
@Entity('efi_recommendation_experiment')
export class EfiRecommendationExperiment implements Experiment {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_recommendation_experiment' })
    id!: number;

    @Column('varchar', { nullable: true })
    placement!: Placement | null;

    @Column('integer', { nullable: true })
    challengerId!: number | null;

    @Column('double precision')
    share!: number;

    @CreateDateColumn({ type: 'timestamp with time zone' })
    startedAt!: Date;

    @Column('varchar')
    startedBy!: string;

    @Column('timestamp with time zone', { nullable: true })
    endedAt!: Date | null;
}
