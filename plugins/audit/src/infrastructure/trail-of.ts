import type { AuditTrail } from '@efi/plugin-kit';
import { ConfigService, TransactionalConnection } from '@vendure/core';
import { TransactionWrapper } from '@vendure/core/dist/connection/transaction-wrapper';
import type { DataSource } from 'typeorm';
import { resolveOptions } from '../audit.options';
import { SqlAuditTrail } from './sql-audit-trail';

/** The trail for a command beside the application, such as one that changes keys. */
export function trailOf(dataSource: DataSource): AuditTrail {
    return new SqlAuditTrail(
        resolveOptions({}),
        new TransactionalConnection(dataSource, new TransactionWrapper(), new ConfigService()),
    );
}
