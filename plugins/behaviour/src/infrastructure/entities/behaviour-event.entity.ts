import type { BehaviourActType } from '@efi/plugin-kit';
import { EntityId, type ID } from '@vendure/core';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { KeptAct } from '../../application/kept-acts';

/**
 * Something that a shopper did and agreed to have kept. Append-only but for consent: it is linked to a person when
 * one signs in and agreed, and deleted when one revokes, is erased, or time has passed. No foreign keys, since it may
 * outlive what it is about.
 */
@Entity('efi_behaviour_event')
@Index('ix_efi_behaviour_event_at', ['at'])
@Index('ix_efi_behaviour_event_session', ['session'])
@Index('ix_efi_behaviour_event_customer', ['customerId'], { where: '"customerId" IS NOT NULL' })
export class BehaviourEventRow implements KeptAct {
    @PrimaryGeneratedColumn({ type: 'bigint', primaryKeyConstraintName: 'pk_efi_behaviour_event' })
    id!: string;

    @Column('timestamp with time zone')
    at!: Date;

    @EntityId()
    channelId!: ID;

    @Column('varchar')
    type!: BehaviourActType;

    /** The visit's pseudonym. Only with consent to analytics. */
    @Column('varchar', { nullable: true })
    session!: string | null;

    /** Only with consent to personalisation. */
    @EntityId({ nullable: true })
    customerId!: ID | null;

    @EntityId({ nullable: true })
    productId!: ID | null;

    @EntityId({ nullable: true })
    productVariantId!: ID | null;

    @Column('integer', { nullable: true })
    quantity!: number | null;

    @Column('varchar', { nullable: true })
    term!: string | null;

    @Column('integer', { nullable: true })
    resultCount!: number | null;

    @Column('varchar', { nullable: true })
    recommendationId!: string | null;
}
