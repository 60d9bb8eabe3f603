import { Trans } from '@lingui/react/macro';
import { LockOpen } from 'lucide-react';
import { Command } from './command';

/** What it means that nothing is encrypted, and how to change it. */
export function SwitchedOff() {
    return (
        <div className="space-y-4 text-sm">
            <p role="status" className="flex gap-2">
                <LockOpen aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
                <span>
                    <Trans>
                        Encryption is switched off: personal data is kept in the database as it is, and
                        backups show it until they are rotated out, also after an erasure.
                    </Trans>
                </span>
            </p>
            <p className="font-medium">
                <Trans>To switch it on:</Trans>
            </p>
            <dl className="space-y-3">
                <Command text="ENCRYPTION=environment | file | vault | kms">
                    <Trans>
                        1. Choose where the master key is and set it for all servers and workers at once. Of
                        Vendure alone, that is the option “encryption” of the plugin.
                    </Trans>
                </Command>
                <Command text="ENCRYPTION_KEY_FILE=/…/keys.json">
                    <Trans>
                        2. Give them all the same file of keys, kept apart from the database’s backups.
                        Without it nothing encrypted can be read again.
                    </Trans>
                </Command>
                <Command text="npm run encryption -- seal">
                    <Trans>3. When all run with it, encrypt what was there before:</Trans>
                </Command>
            </dl>
        </div>
    );
}
