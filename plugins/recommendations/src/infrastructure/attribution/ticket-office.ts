import { Injectable } from '@nestjs/common';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readTicket, type Ticket, writeTicket } from '../../domain/attribution/ticket';
import { SigningKey } from '../signing-key';

/** Bytes of a list's own name, and of the signature: enough that nobody guesses either. */
const NAME_BYTES = 9;
const SIGNATURE_BYTES = 9;

/** Issues the ids of lists and takes back only its own. */
@Injectable()
export class TicketOffice {
    constructor(private readonly key: SigningKey) {}

    async issue(ticket: Omit<Ticket, 'list'>): Promise<string> {
        const list = randomBytes(NAME_BYTES).toString('base64url');
        const text = writeTicket({ ...ticket, list });
        return `${text}.${(await this.signature(text)).toString('base64url')}`;
    }

    /** Undefined for an id that was not issued here. */
    async check(id: string): Promise<Ticket | undefined> {
        const end = id.lastIndexOf('.');
        const [text, signature] = [id.slice(0, Math.max(0, end)), id.slice(end + 1)];
        const given = Buffer.from(signature, 'base64url');
        const expected = await this.signature(text);
        return given.length === expected.length && timingSafeEqual(given, expected)
            ? readTicket(text)
            : undefined;
    }

    private async signature(text: string): Promise<Buffer> {
        return (await this.key.sign(`ticket ${text}`)).subarray(0, SIGNATURE_BYTES);
    }
}
