/** The recipient is not one plain address, and mail to it would go to whom nobody meant. */
export class UnsafeRecipientError extends Error {
    constructor(recipient: string) {
        super(`Refused to send mail to "${recipient}": it is not one plain e-mail address.`);
        this.name = 'UnsafeRecipientError';
    }
}

/**
 * A shopper types this in, and mail servers read a whole list, names and comments from it: `a@x.org, b@y.org` would
 * reach both. What has a space, a comma, a quote, angle brackets or a control character is refused.
 *
 * @throws UnsafeRecipientError
 */
export function plainAddress(recipient: string): string {
    const address = recipient.trim();
    if (address.length > 254 || !/^[^\s@,;:<>()[\]\\"]+@[^\s@,;:<>()[\]\\"]+$/.test(address)) {
        throw new UnsafeRecipientError(recipient);
    }
    return address;
}

/** A subject on one line: a line break in it could start another header. */
export function oneLine(text: string): string {
    return text.replaceAll(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
}
