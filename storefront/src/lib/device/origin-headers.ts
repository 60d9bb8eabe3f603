import 'server-only';
import { cookies, headers } from 'next/headers';
import { storefrontEnv } from '@/lib/env';
import { clientAddress } from './client-address';
import { deviceCookie, readDevice } from './device';

/** What the Shop API is told about where a shopper's request comes from: without it, all come from this server. */
export async function originHeaders(): Promise<Record<string, string>> {
    const [cookieStore, headerList] = await Promise.all([cookies(), headers()]);
    const device = readDevice(cookieStore.get(deviceCookie)?.value);
    const address = clientAddress(headerList.get('x-forwarded-for'), storefrontEnv().trustedProxies);
    return { ...(device && { 'efi-device': device }), ...(address && { 'x-forwarded-for': address }) };
}
