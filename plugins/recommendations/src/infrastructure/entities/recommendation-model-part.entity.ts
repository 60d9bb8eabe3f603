import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Some of a model's numbers, as bytes. Those of old models are dropped. */
@Entity('efi_recommendation_model_part')
export class EfiRecommendationModelPart {
    @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_efi_recommendation_model_part' })
    modelId!: number;

    @PrimaryColumn('varchar', { primaryKeyConstraintName: 'pk_efi_recommendation_model_part' })
    name!: string;

    @Column('bytea')
    bytes!: Buffer;
}
