import type { Consent, Purpose } from './consent';

/** Of the cookie with the number of a visit, which tells its acts from those of others. */
export const visitCookie = 'efi_visit';

/** What acts are told apart for. */
const ofVisits: readonly Purpose[] = ['analytics', 'personalisation'];

/** Seconds. A visit that goes on for longer gets a new number. */
const visitLength = 24 * 60 * 60;

export function visitCookieOptions(isSecure: boolean) {
    return {
        httpOnly: true,
        sameSite: 'lax',
        secure: isSecure,
        path: '/',
        maxAge: visitLength,
    } as const;
}

/** Whether a request should begin a visit, end the one it has, or leave things as they are. */
export function visitChange(consent: Consent, hasVisit: boolean): 'begin' | 'end' | undefined {
    if (consent.status === 'signalled') {
        return hasVisit ? 'end' : undefined;
    }
    const agreesToSome = ofVisits.some(purpose => consent.purposes.includes(purpose));
    return agreesToSome && !hasVisit ? 'begin' : undefined;
}
