import type { CircuitName } from '../../application/ports/provider-calls.port';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How one process lately fared with one provider. Rewritten every few seconds, and gone soon after the process is. */
@Entity('efi_payment_gateway_health')
export class EfiPaymentGatewayHealth {
    @PrimaryColumn('varchar', { primaryKeyConstraintName: 'pk_efi_payment_gateway_health' })
    gateway!: string;

    /** Of the process. */
    @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_efi_payment_gateway_health' })
    instance!: string;

    @Column('varchar')
    circuit!: CircuitName;

    /** In the last 15 minutes. */
    @Column('integer')
    calls!: number;

    /** Those of them that the provider did not answer. */
    @Column('integer')
    failures!: number;

    @Column('integer')
    averageMs!: number;

    @Column('varchar', { nullable: true })
    lastError!: string | null;

    @Column('timestamp with time zone', { nullable: true })
    lastErrorAt!: Date | null;

    @Column('timestamp with time zone')
    seenAt!: Date;
}
