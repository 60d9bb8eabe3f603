import type { MigrationClass } from '@efi/plugin-kit';
import { BoundForget1796880000000 } from './schema/bound-forget.migration';
import { CreateAuditAlerts1795880400000 } from './schema/create-alerts.migration';
import { CreateAudit1795867200000 } from './schema/create-audit.migration';
import { SeparateAuditPersonal1796484000000 } from './schema/separate-personal.migration';
import { LinkInSets1796493600000 } from './schema/faster-links.migration';

/** The plugin's schema, oldest first. */
export const auditMigrations: MigrationClass[] = [
    CreateAudit1795867200000,
    CreateAuditAlerts1795880400000,
    SeparateAuditPersonal1796484000000,
    LinkInSets1796493600000,
    BoundForget1796880000000,
];
