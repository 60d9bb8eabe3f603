import { type DeepPartial, EntityId, type ID, VendureEntity } from '@vendure/core';
import { Column, Entity, Index } from 'typeorm';
import type { StoredNotice } from '../application/ports/notice-store.port';

/** A row of `efi_dynamic_pricing_notice`. The table itself is made by the migration beside this file. */
@Entity('efi_dynamic_pricing_notice')
@Index('efi_dynamic_pricing_notice_shown', ['channelId', 'startsAt'])
export class EfiDynamicPricingNotice extends VendureEntity implements StoredNotice {
    constructor(input?: DeepPartial<EfiDynamicPricingNotice>) {
        super(input);
    }

    @EntityId()
    channelId!: ID;

    @Column('text')
    text!: string;

    @Column('timestamptz')
    startsAt!: Date;

    @Column('timestamptz', { nullable: true })
    endsAt!: Date | null;
}
