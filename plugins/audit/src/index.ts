export * from './audit.plugin';
export type { AuditMasking, AuditOptions } from './audit.options';
export type { AlertRule, AlertRules } from './domain/alert-rule';
export { AuditAlertEvent } from './infrastructure/alerts/audit-alert.event';
export { publishedAnchors } from './infrastructure/chain/anchor-file';
export { trustedKeys } from './infrastructure/chain/anchor-key';
export type { Fault, TrailReport } from './infrastructure/chain/fault';
export { verifyTrail, type VerifyOptions } from './infrastructure/chain/verify-trail';
export { auditMigrations } from './infrastructure/migrations';
