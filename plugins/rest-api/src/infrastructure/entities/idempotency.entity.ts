import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The answer to a request with an `Idempotency-Key`. */
@Entity('efi_rest_idempotency')
export class EfiRestIdempotency {
    /** SHA-256 of who asked, of which route, with which key, as hex. */
    @PrimaryColumn({ type: 'varchar', primaryKeyConstraintName: 'pk_efi_rest_idempotency' })
    scope!: string;

    @Index('ix_efi_rest_idempotency_created')
    @Column({ type: 'timestamp with time zone', default: () => 'now()' })
    createdAt!: Date;

    /** SHA-256 of what was asked for, as hex: a key belongs to one request. */
    @Column({ type: 'varchar' })
    requestHash!: string;

    @Column({ type: 'integer' })
    status!: number;

    @Column({ type: 'jsonb' })
    headers!: Record<string, string | string[]>;

    @Column({ type: 'text', nullable: true })
    body!: string | null;
}
