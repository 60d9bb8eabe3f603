import { I18nError, LogLevel } from '@vendure/core';

const keys = {
    PASSKEYS_OFF: 'message.efi-passkeys-off',
    PASSKEY_REFUSED: 'message.efi-passkey-refused',
    PASSKEY_STALE: 'message.efi-passkey-stale',
    PASSKEY_PASSWORD: 'message.efi-passkey-password',
    PASSKEY_KNOWN: 'message.efi-passkey-known',
    PASSKEY_UNKNOWN: 'message.efi-passkey-unknown',
    PASSKEY_TOO_MANY: 'message.efi-passkey-too-many',
    PASSKEY_NAME: 'message.efi-passkey-name',
} as const;

/** A passkey can't be made, changed or removed. The fault is the error's code. */
export class PasskeyError extends I18nError {
    constructor(readonly fault: keyof typeof keys) {
        super(keys[fault], {}, fault, LogLevel.Verbose);
    }
}
