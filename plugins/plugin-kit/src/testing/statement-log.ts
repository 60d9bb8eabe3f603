import type { Logger } from 'typeorm';

/** Remembers the SQL statements that the application sends. Needs `logging: ['query']`. */
export class StatementLog implements Logger {
    private statements: string[] = [];

    clear(): void {
        this.statements = [];
    }

    /** How many statements there were since the last `clear`, or of those that contain `part`. */
    count(part = ''): number {
        return this.statements.filter(statement => statement.includes(part)).length;
    }

    logQuery(query: string): void {
        this.statements.push(query);
    }

    logQueryError = () => undefined;
    logQuerySlow = () => undefined;
    logSchemaBuild = () => undefined;
    logMigration = () => undefined;
    log = () => undefined;
}
