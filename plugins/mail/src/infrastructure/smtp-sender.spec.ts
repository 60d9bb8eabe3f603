import { createTransport } from 'nodemailer';
import { describe, expect, it } from 'vitest';
import { plainText } from './plain-text';
import { message } from './smtp-sender';

const email = {
    from: '"Shop" <shop@example.com>',
    recipient: 'anna@example.com',
    subject: 'Bestätigen',
    body: '<html><body><h1>Welcome</h1><p>Nice &amp; good. <a href="https://x.test/verify?token=1">Confirm</a></p><img src="x.png" alt="x"></body></html>',
    attachments: [],
};

/** The mail as it would go over the wire. */
async function raw(details: typeof email): Promise<string> {
    const transport = createTransport({ streamTransport: true, buffer: true });
    const { message: sent } = await transport.sendMail(message(details));
    return (sent as Buffer).toString();
}

describe('a mail over SMTP', () => {
    it('has a plain-text part with the links, ahead of the HTML', async () => {
        const sent = await raw(email);
        expect(sent).toContain('multipart/alternative');
        expect(sent.indexOf('text/plain')).toBeLessThan(sent.indexOf('text/html'));
        expect(message(email).text).toBe('Welcome\n\nNice & good. Confirm [https://x.test/verify?token=1]');
    });

    it('has each line of a bill on a line of its own', () => {
        const body =
            '<div class="items"><table><tr><td></td><td>2 × Lamp</td><td>20.00</td></tr>' +
            '<tr><td></td><td>Total</td><td>20.00</td></tr></table></div>';
        const lines = plainText(body).split('\n');
        expect(lines.map(line => line.trim().replaceAll(/ +/g, ' '))).toEqual([
            '2 × Lamp 20.00',
            'Total 20.00',
        ]);
    });

    it('goes to exactly one recipient', async () => {
        expect(await raw(email)).toMatch(/^To: anna@example\.com\r?$/m);
    });
});
