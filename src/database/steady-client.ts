import { Client, type ClientConfig } from 'pg';

/**
 * A connection whose loss is never the end of the process.
 *
 * Between pg-pool, which hands it out, and TypeORM, which takes it a moment later, nobody listens to it. When PostgreSQL
 * ends it right then, as a restart may, Node would end the process for an `error` without a listener. Nothing is lost by
 * not looking at that error: whoever has taken it gets it from their first statement, and the pool lets it go.
 */
export class SteadyClient extends Client {
    constructor(config?: string | ClientConfig) {
        super(config);
        this.on('error', () => undefined);
    }
}
