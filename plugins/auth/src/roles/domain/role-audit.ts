/** What one administrator may do, and what of it they did. */
export interface AuditedAdministrator {
    readonly administratorId: string | number;
    readonly identifier: string;
    readonly roles: readonly string[];
    readonly lastLogin: Date | null;
    readonly permissions: ReadonlyArray<{ readonly name: string; readonly lastUsedAt: Date | null }>;
}

/** Permissions that were not used since a time, and could be taken away. */
export function unusedSince(administrator: AuditedAdministrator, since: Date): string[] {
    return administrator.permissions
        .filter(({ lastUsedAt }) => !lastUsedAt || lastUsedAt < since)
        .map(({ name }) => name);
}

/** One line for each permission of each administrator, for a spreadsheet (RFC 4180). */
export function auditCsv(administrators: readonly AuditedAdministrator[], since: Date): string {
    const lines = administrators.flatMap(administrator => {
        const { identifier, roles, lastLogin, permissions } = administrator;
        const unused = new Set(unusedSince(administrator, since));
        return permissions.map(({ name, lastUsedAt }) => [
            ...[identifier, roles.join(' '), lastLogin?.toISOString() ?? '', name],
            ...[lastUsedAt?.toISOString() ?? '', unused.has(name) ? 'yes' : ''],
        ]);
    });
    const head = ['administrator', 'roles', 'last sign-in', 'permission', 'last used', 'take away'];
    return [head, ...lines].map(line => `${line.map(cell).join(',')}\r\n`).join('');
}

/** Quoted, and never a formula: a spreadsheet runs what begins like one. */
function cell(text: string): string {
    const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return `"${plain.replaceAll('"', '""')}"`;
}
