import type { Logger } from 'typeorm';

/** Collects the SQL that goes to the database. */
export class StatementLog implements Logger {
    private statements: string[] | undefined;

    /** @returns What was sent while `work` ran, transactions' own statements aside. */
    async during(work: () => Promise<unknown>): Promise<string[]> {
        const statements: string[] = [];
        this.statements = statements;
        await work();
        this.statements = undefined;
        return statements;
    }

    logQuery(query: string): void {
        this.statements?.push(query);
    }

    logQueryError(): void {}
    logQuerySlow(): void {}
    logSchemaBuild(): void {}
    logMigration(): void {}
    log(): void {}
}
