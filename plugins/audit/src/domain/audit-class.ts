/** For how many months an entry of each class is kept, counted from the end of the month that it was written in. */
export const retentionMonths = { transaction: 12, authentication: 24, security: 60 } as const;

export type AuditClass = keyof typeof retentionMonths;

export const auditClasses = Object.keys(retentionMonths) as AuditClass[];
