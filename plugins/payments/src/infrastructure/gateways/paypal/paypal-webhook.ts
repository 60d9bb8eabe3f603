import { createVerify, X509Certificate } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { crc32 } from 'node:zlib';
import { WebhookRejectedError } from '../../../application/ports/gateway-errors';

/** How old a webhook may be, and how far ahead its clock. PayPal signs each delivery anew, retries too. */
const TOLERANCE_MS = 5 * 60 * 1_000;

/** Fetches PayPal's signing certificates, each once. */
export class PayPalCertificates {
    private readonly known = new Map<string, Promise<X509Certificate>>();

    /** @param apiUrl - Certificates are taken from there, or from a host of PayPal's. */
    constructor(private readonly apiUrl: string) {}

    /** @throws WebhookRejectedError for an address that is not PayPal's: anybody can sign with their own certificate. */
    get(address: string): Promise<X509Certificate> {
        if (!this.isTrusted(address)) {
            throw new WebhookRejectedError(`The certificate's address is not PayPal's.`);
        }
        const existing = this.known.get(address);
        if (existing) {
            return existing;
        }
        const fetched = download(address);
        this.known.set(address, fetched);
        // Tried again with the next webhook.
        fetched.catch(() => this.known.delete(address));
        return fetched;
    }

    private isTrusted(address: string): boolean {
        const url = URL.parse?.(address) ?? (URL.canParse(address) ? new URL(address) : null);
        if (!url) {
            return false;
        }
        const isPayPal = url.protocol === 'https:' && /(^|\.)paypal\.com$/.test(url.hostname);
        return isPayPal || url.origin === new URL(this.apiUrl).origin;
    }
}

async function download(address: string): Promise<X509Certificate> {
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(5_000) });
    if (!response.ok) {
        throw new Error(`PayPal's certificate could not be fetched: ${response.status}.`);
    }
    return new X509Certificate(await response.text());
}

/**
 * Checks PayPal's signature without asking PayPal: RSA with SHA-256 over `id|time|webhook id|CRC-32 of the body`,
 * by the certificate that the headers name.
 *
 * @param webhookId - PayPal's id of the webhook as the merchant set it up; it is not part of the message.
 * @throws WebhookRejectedError
 */
export async function verifyPayPalWebhook(
    rawBody: Buffer,
    headers: IncomingHttpHeaders,
    { webhookId, certificates, now }: { webhookId: string; certificates: PayPalCertificates; now: Date },
): Promise<void> {
    const id = header(headers, 'paypal-transmission-id');
    const time = header(headers, 'paypal-transmission-time');
    const signature = header(headers, 'paypal-transmission-sig');
    const age = Math.abs(now.getTime() - Date.parse(time));
    if (!(age <= TOLERANCE_MS)) {
        throw new WebhookRejectedError('The webhook is too old, or its clock is wrong.');
    }
    const certificate = await certificates.get(header(headers, 'paypal-cert-url'));
    if (
        Date.parse(certificate.validTo) < now.getTime() ||
        Date.parse(certificate.validFrom) > now.getTime()
    ) {
        throw new WebhookRejectedError('The certificate is not valid now.');
    }
    const signed = `${id}|${time}|${webhookId}|${crc32(rawBody)}`;
    if (!createVerify('RSA-SHA256').update(signed).verify(certificate.publicKey, signature, 'base64')) {
        throw new WebhookRejectedError('The signature does not fit.');
    }
}

function header(headers: IncomingHttpHeaders, name: string): string {
    const value = headers[name];
    if (typeof value !== 'string' || value === '') {
        throw new WebhookRejectedError(`The header ${name} is missing.`);
    }
    return value;
}
