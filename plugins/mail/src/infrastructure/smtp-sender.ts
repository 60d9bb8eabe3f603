import type { EmailDetails, EmailSender } from '@vendure/email-plugin';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { plainText } from './plain-text';

/**
 * Sends over SMTP through one pool of connections, with a plain-text part beside the HTML, which Vendure's own
 * sender leaves out. The recipient goes over as one address, never as a list to parse.
 */
export class SmtpSender implements EmailSender {
    private readonly transport;

    constructor(smtpUrl: string) {
        this.transport = createTransport({ url: smtpUrl, pool: true });
    }

    async send(email: EmailDetails): Promise<void> {
        await this.transport.sendMail(message(email));
    }

    destroy(): void {
        this.transport.close();
    }
}

/** @internal */
export function message(email: EmailDetails): SendMailOptions {
    return {
        from: email.from,
        to: { name: '', address: email.recipient },
        subject: email.subject,
        html: email.body,
        text: plainText(email.body),
        // Asks mailers that answer for their owner, such as out-of-office notes, not to.
        headers: { 'Auto-Submitted': 'auto-generated' },
    };
}
