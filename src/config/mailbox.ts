import type { PersonalDataStore } from '@efi/gdpr-plugin';
import { mentionsAny } from '@efi/plugin-kit';
import { readdir, readFile, unlink } from 'node:fs/promises';
import path from 'node:path';

/** The mails that a demo writes into files in the place of sending them. */
export function mailbox(folder: string): PersonalDataStore {
    return {
        part: 'mailbox',
        async erase(strings) {
            const mentions = mentionsAny(strings);
            const names = await readdir(folder).catch(() => []);
            let erased = 0;
            for (const name of names) {
                const file = path.join(folder, name);
                // Somebody else may have deleted it meanwhile.
                const text = await readFile(file, 'utf8').catch(() => '');
                if (mentions(text)) {
                    await unlink(file);
                    erased += 1;
                }
            }
            return erased;
        },
    };
}
