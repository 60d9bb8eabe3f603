import { Logger, PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { Client } from 'pg';
import { preparing } from './preparing-client';
import { type PreparedStatementsOptions, resolveOptions } from './prepared-statements.options';
import { Statements } from './statements';

/**
 * Has PostgreSQL parse and plan the statements that are sent often once for each connection, and not each time.
 *
 * @example
 * ```ts
 * plugins: [PreparedStatementsPlugin.init({ maxPerConnection: 250 })],
 * ```
 */
@VendurePlugin({
    imports: [PluginCommonModule],
    configuration: config => {
        const { maxPerConnection } = resolveOptions(PreparedStatementsPlugin.options);
        if (maxPerConnection > 0) {
            const statements = new Statements(maxPerConnection, message =>
                Logger.warn(message, 'PreparedStatements'),
            );
            const { extra = {} } = config.dbConnectionOptions as { extra?: { Client?: typeof Client } };
            const Prepared = preparing(extra.Client ?? Client, statements);
            Object.assign(config.dbConnectionOptions, { extra: { ...extra, Client: Prepared } });
        }
        return config;
    },
    compatibility: '^3.7.0',
})
export class PreparedStatementsPlugin {
    static options: PreparedStatementsOptions = {};

    static init(options: PreparedStatementsOptions = {}): Type<PreparedStatementsPlugin> {
        PreparedStatementsPlugin.options = options;
        return PreparedStatementsPlugin;
    }
}
