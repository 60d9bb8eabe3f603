/** Redis can't be used. The message says what was wrong and what to do, without the password. */
export class RedisUnavailableError extends Error {
    constructor(message: string, options?: ErrorOptions) {
        super(message, options);
        this.name = 'RedisUnavailableError';
    }

    static from(url: string, cause: unknown): RedisUnavailableError {
        const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
        return new RedisUnavailableError(
            `Can't use Redis at ${new URL(url).host}: ${reason}. Check REDIS_URL, and that Redis is running; or leave REDIS_URL out to do without.`,
            { cause },
        );
    }
}
