import { LRUCache } from 'lru-cache';
import { type Client, type ClientConfig, type Connection, Query } from 'pg';
import type { Statement, Statements } from './statements';

type Send = (...args: unknown[]) => unknown;

/** What PostgreSQL says when the schema has changed since a statement was prepared: in its result, or in its parameters. */
const RESULT_CHANGED = { code: '0A000', message: 'cached plan must not change result type' } as const;
const PARAMETERS_CHANGED = /^42(?!501)/;

/** The connection's other end is not where the statement was prepared, as behind a PgBouncer that does not know of it. */
const ELSEWHERE = new Set(['26000', '42P05']);

/** Makes connections that prepare what `statements` names. The rest of a connection is `Base`'s. */
export function preparing(Base: typeof Client, statements: Statements): typeof Client {
    return class PreparingClient extends Base {
        private readonly outdated: string[] = [];
        private readonly prepared = new LRUCache<string, true>({
            max: Math.max(1, statements.maxPerConnection),
            dispose: (_, name) => this.outdated.push(name),
        });

        constructor(config?: string | ClientConfig) {
            super(config);
            const send = this.query.bind(this) as Send;
            const query: Send = (text, values, ...rest) => {
                const parameters = typeof text === 'string' && Array.isArray(values) ? values.length : 0;
                const statement =
                    rest.length === 0 && parameters > 0
                        ? statements.find(text as string, parameters)
                        : undefined;
                return statement
                    ? this.send(send, statement, values as unknown[])
                    : send(text, values, ...rest);
            };
            this.query = query as Client['query'];
        }

        private async send(send: Send, statement: Statement, values: unknown[]): Promise<unknown> {
            const wasIdle = this.getTransactionStatus() === 'I';
            this.prepared.set(statement.name, true);
            try {
                return await new Promise((resolve, reject) => {
                    send(
                        new NamedQuery(statement, values, this.outdated),
                        (error: Error | null, result: unknown) => (error ? reject(error) : resolve(result)),
                    );
                });
            } catch (error) {
                if (!this.gaveUp(statement, error) || !wasIdle) {
                    throw error;
                }
                // Nothing was done: PostgreSQL refused it before it began.
                return send(statement.text, values);
            }
        }

        /** @returns Whether the statement may have failed for no other reason than that it was prepared. */
        private gaveUp(statement: Statement, error: unknown): boolean {
            const { code = '', message = '' } = error as { code?: string; message?: string };
            if (ELSEWHERE.has(code)) {
                statements.switchOff(
                    `${message}. A pooler stands between that hands out connections by transaction and does not keep track of prepared statements.`,
                );
                return true;
            }
            const isOutdated =
                (code === RESULT_CHANGED.code && message.includes(RESULT_CHANGED.message)) ||
                PARAMETERS_CHANGED.test(code);
            if (isOutdated) {
                this.prepared.delete(statement.name);
                statements.renew(statement);
                return true;
            }
            return false;
        }
    };
}

/** Sends what is to be forgotten in front of itself, in the same packet. */
class NamedQuery extends Query {
    constructor(
        { name, text }: Statement,
        values: unknown[],
        private readonly outdated: string[],
    ) {
        super({ name, text, values });
        const submit = this.submit.bind(this);
        this.submit = connection => {
            this.forget(connection as PreparedConnection);
            return submit(connection);
        };
    }

    private forget(connection: PreparedConnection): void {
        for (const name of this.outdated.splice(0)) {
            if (name in connection.parsedStatements) {
                connection.close({ type: 'S', name }, true);
                delete connection.parsedStatements[name];
            }
        }
    }
}

interface PreparedConnection extends Connection {
    /** Texts by name, as `pg` keeps them to know what it need not send again. */
    readonly parsedStatements: Record<string, string>;
}
