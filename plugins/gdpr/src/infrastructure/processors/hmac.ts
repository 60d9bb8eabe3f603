import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Hmac } from '../../domain/standard-webhook';

export const hmac: Hmac = (key, content) => createHmac('sha256', key).update(content).digest('base64');

/** In a time that does not tell where they differ. */
export function isSameText(one: string, other: string): boolean {
    const [a, b] = [Buffer.from(one), Buffer.from(other)];
    return a.length === b.length && timingSafeEqual(a, b);
}
