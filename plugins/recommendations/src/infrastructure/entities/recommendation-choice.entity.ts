import type { ID } from '@vendure/core';
import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';

/** Whether a customer wants recommendations from what they bought. Goes with the customer. */
@Entity('efi_recommendation_choice')
export class EfiRecommendationChoice {
    @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_efi_recommendation_choice' })
    customerId!: ID;

    @Column('boolean')
    personal!: boolean;

    @CreateDateColumn({ type: 'timestamp with time zone' })
    changedAt!: Date;
}

/** A product that a customer does not want to see. Goes with the customer, and with the product. */
@Entity('efi_recommendation_hidden')
@Index('ix_efi_recommendation_hidden_product', ['productId'])
export class EfiRecommendationHidden {
    @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_efi_recommendation_hidden' })
    customerId!: ID;

    @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_efi_recommendation_hidden' })
    productId!: ID;

    @CreateDateColumn({ type: 'timestamp with time zone' })
    hiddenAt!: Date;
}
