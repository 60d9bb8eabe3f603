import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A count that `rate-limiter-flexible` keeps: the columns, their order and their names are its own. */
@Entity('efi_auth_limit')
export class EfiAuthLimit {
    /** Which limit, and a hash of what it counts: no account or address can be read from it. */
    @PrimaryColumn({ type: 'varchar', length: 255, primaryKeyConstraintName: 'pk_efi_auth_limit' })
    key!: string;

    @Column({ type: 'integer', default: 0 })
    points!: number;

    /** Milliseconds since 1970. */
    @Column({ type: 'bigint', nullable: true })
    expire!: string | null;
}
