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
        return `${text}.${await this.signature(text)}`;
    }

    /** Undefined for an id that was not issued here. */
    async check(id: string): Promise<Ticket | undefined> {
        const end = id.lastIndexOf('.');
        const text = id.slice(0, Math.max(0, end));
        const given = Buffer.from(id.slice(end + 1));
        const expected = Buffer.from(await this.signature(text));
        return given.length === expected.length && timingSafeEqual(given, expected)
            ? readTicket(text)
            : undefined;
    }

    private async signature(text: string): Promise<string> {
        const digest = await this.key.sign(`ticket ${text}`);
        return digest.subarray(0, SIGNATURE_BYTES).toString('base64url');
    }
}
