/** Of the cookie with the browser's random id. Necessary: the shop tells by it whether a payment is like fraud. */
export const deviceCookie = 'efi_device';

/** Seconds. */
const kept = 365 * 24 * 60 * 60;

const DEVICE = /^[A-Za-z0-9_-]{8,64}$/;

export function deviceCookieOptions(isSecure: boolean) {
    return { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/', maxAge: kept } as const;
}

/** An id as this shop gives it, else nothing: what a browser sends can be anything. */
export function readDevice(value: string | undefined): string | undefined {
    return value !== undefined && DEVICE.test(value) ? value : undefined;
}

/** Whoever only looks around gets none: it begins with a bag or a sign-in. */
export function needsDevice(hasSession: boolean, value: string | undefined): boolean {
    return hasSession && readDevice(value) === undefined;
}
