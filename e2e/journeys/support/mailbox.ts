import { serverUrl } from './browser';

interface Mail {
    readonly fileName: string;
    readonly recipient: string;
    readonly subject: string;
}

/**
 * Waits for a mail in the shop's mailbox. The worker sends mail in the background, so it arrives some moments after
 * what caused it.
 *
 * @param isWanted - Tells the mail from others to the same recipient.
 * @returns The mail's HTML.
 */
export async function waitForMail(
    recipient: string,
    isWanted: (mail: Mail) => boolean = () => true,
): Promise<{ subject: string; html: string }> {
    for (let attempt = 0; attempt < 60; attempt++) {
        const mails = await listMails();
        const mail = mails.find(candidate => candidate.recipient === recipient && isWanted(candidate));
        if (mail) {
            const item = await fetchJson<{ body: string }>(`${serverUrl}/mailbox/item/${mail.fileName}`);
            return { subject: mail.subject, html: item.body };
        }
        await new Promise(resolve => setTimeout(resolve, 500));
    }
    throw new Error(`No mail for ${recipient} arrived within 30 s`);
}

/** The first link of a mail whose address contains `part`. */
export function linkIn(html: string, part: string): string {
    const link = [...html.matchAll(/href="([^"]+)"/g)]
        .map(match => (match[1] ?? '').replaceAll('&amp;', '&').replaceAll('&#x3D;', '='))
        .find(href => href.includes(part));
    if (!link) {
        throw new Error(`The mail has no link with "${part}"`);
    }
    return link;
}

/** None while a mail is being written: the list can't be read then, and is a 500. */
async function listMails(): Promise<readonly Mail[]> {
    const response = await fetch(`${serverUrl}/mailbox/list`);
    return response.status === 500 ? [] : bodyOf(response);
}

async function fetchJson<Body>(url: string): Promise<Body> {
    return bodyOf(await fetch(url));
}

async function bodyOf<Body>(response: Response): Promise<Body> {
    if (!response.ok) {
        throw new Error(`${response.url} answered ${response.status}`);
    }
    return (await response.json()) as Body;
}
