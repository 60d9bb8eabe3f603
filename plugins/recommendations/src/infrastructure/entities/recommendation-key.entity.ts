import { Entity, PrimaryColumn } from 'typeorm';

/** Signs the ids of lists. Made by the migration, one row. */
@Entity('efi_recommendation_key')
export class EfiRecommendationKey {
    @PrimaryColumn('varchar', { primaryKeyConstraintName: 'pk_efi_recommendation_key' })
    key!: string;
}
