/** PostgreSQL can't be used. The message says what was wrong and what to do, without the password. */
export class DatabaseUnavailableError extends Error {
    constructor(message: string, options?: ErrorOptions) {
        super(message, options);
        this.name = 'DatabaseUnavailableError';
    }

    static from(url: string, cause: unknown): DatabaseUnavailableError {
        const { host, pathname, username } = new URL(url);
        const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
        const where = `database "${pathname.slice(1)}" at ${host} as "${decodeURIComponent(username)}"`;
        return new DatabaseUnavailableError(
            `Can't use the ${where}: ${reason}. Check DATABASE_URL and DATABASE_OWNER_URL, and that PostgreSQL is running.`,
            { cause },
        );
    }
}
