import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { vi } from 'vitest';

/** A mail as the mailbox's files hold it. */
export interface StoredMail {
    readonly recipient: string;
    readonly subject: string;
    readonly body: string;
}

/** Waits until the mailbox has a mail for this recipient with this in its subject. */
export function mailTo(folder: string, recipient: string, subject: string): Promise<StoredMail> {
    return vi.waitFor(
        () => {
            const mail = mails(folder).find(m => m.recipient === recipient && m.subject.includes(subject));
            if (!mail) {
                throw new Error(`No mail "${subject}" to ${recipient} yet.`);
            }
            return mail;
        },
        { timeout: 10_000, interval: 50 },
    );
}

export function mails(folder: string): StoredMail[] {
    return readdirSync(folder).map(
        file => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as StoredMail,
    );
}
