import { rowAccessSetting } from '@efi/plugin-kit';
import type { Client, ClientConfig } from 'pg';

type Query = (...args: unknown[]) => unknown;

const BEGINS = /^\s*(begin|start\s+transaction)\b/i;
const BEGINS_ALONE = /^\s*(begin|start\s+transaction)[^;]*(;\s*)?$/i;
const ENDS = /^\s*(commit|end|rollback|abort)\b/i;

/**
 * Makes connections that say for whom each statement is before they send it, when that is another than they last said.
 * So it is right whoever had the connection before, and a request's statements in a row cost one question. The rest of
 * a connection is `Base`'s.
 *
 * The setting is the session's: behind PgBouncer it needs `pool_mode = session`.
 */
export function withRowAccess(Base: typeof Client): typeof Client {
    return class RowAccessClient extends Base {
        private told: string | undefined;
        /** PostgreSQL takes a setting back with the transaction that it was made in. */
        private isTentative = false;

        constructor(config?: string | ClientConfig) {
            super(config);
            const send = this.query.bind(this) as Query;
            const query: Query = (...args) => {
                // To begin a transaction touches no row: its first statement says for whom.
                if (!BEGINS_ALONE.test(partsOf(args[0]).text ?? '')) {
                    this.tell(send);
                }
                this.noteTransaction(args);
                return send(...args);
            };
            this.query = query as Client['query'];
        }

        private tell(send: Query): void {
            const setting = rowAccessSetting();
            if (setting === this.told) {
                return;
            }
            this.told = setting;
            this.isTentative = true;
            send(`SET efi.row_access TO '${setting}'`, (error: Error | null) => error && this.refused(error));
        }

        /**
         * Called before the next statement is sent. In a transaction that has failed the next one is refused as well, and
         * its end forgets the setting; a statement whose setting failed otherwise must not run with the last one.
         */
        private refused(error: Error & { code?: string }): void {
            if (error.code !== IN_FAILED_TRANSACTION) {
                this.told = undefined;
                (
                    this as unknown as { connection: { stream: { destroy(): void } } }
                ).connection.stream.destroy();
            }
        }

        private noteTransaction([statement, values]: unknown[]): void {
            if (!this.isTentative) {
                return;
            }
            const { text = '', values: own } = partsOf(statement);
            if (BEGINS.test(text)) {
                this.isTentative = false;
            } else if (ENDS.test(text) || (!hasValues(own ?? values) && text.includes(';'))) {
                this.told = undefined;
            }
        }
    };
}

const IN_FAILED_TRANSACTION = '25P02';

/** With values, `pg` sends a text as one statement; without, it may be several. */
function hasValues(values: unknown): boolean {
    return Array.isArray(values) && values.length > 0;
}

/** What a statement says of itself: `pg` takes a text, or an object that may bring its values along. */
function partsOf(statement: unknown): { readonly text?: string; readonly values?: unknown } {
    return typeof statement === 'string' ? { text: statement } : ((statement as object | null) ?? {});
}
