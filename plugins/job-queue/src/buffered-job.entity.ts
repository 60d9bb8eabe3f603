import { DeepPartial, VendureEntity } from '@vendure/core';
import { Column, Entity, Index } from 'typeorm';

/** A job that a `JobBuffer` collected, waiting to be reduced and put into its queue. */
@Entity('efi_job_buffer')
@Index('efi_job_buffer_id', ['bufferId', 'id'])
export class BufferedJob extends VendureEntity {
    constructor(input?: DeepPartial<BufferedJob>) {
        super(input);
    }

    @Column('varchar')
    bufferId!: string;

    @Column('varchar')
    queueName!: string;

    @Column('json')
    data!: object;

    @Column('integer', { default: 0 })
    retries!: number;
}
