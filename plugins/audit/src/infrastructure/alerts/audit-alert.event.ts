import { VendureEvent } from '@vendure/core';
import type { Alert } from '../../domain/alert';

/** A pattern was found in the audit trail. Published once for each alert, by the process that found it. */
export class AuditAlertEvent extends VendureEvent {
    constructor(readonly alert: Alert) {
        super();
    }
}
