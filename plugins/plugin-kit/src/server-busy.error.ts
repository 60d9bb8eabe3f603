import { I18nError, LogLevel } from '@vendure/core';

/**
 * A change was not begun, since too many are under way: nothing has happened, and the same request may succeed in a
 * moment. GraphQL callers see the code `EFI_SERVER_BUSY`. The plugin that throws it translates
 * `message.efi-server-busy`.
 */
export class ServerBusyError extends I18nError {
    constructor() {
        super('message.efi-server-busy', {}, 'EFI_SERVER_BUSY', LogLevel.Warn);
    }
}
