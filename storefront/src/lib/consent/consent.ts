/** What a shopper may agree to; what the shop needs to work asks for no consent. */
export const purposes = ['analytics', 'personalisation'] as const;
export type Purpose = (typeof purposes)[number];

/** To be raised when what is asked for changes: who decided about something else is asked again. */
const version = 1;

/** Of the cookie that keeps the decision. Scripts may not read it: pages are made with it. */
export const consentCookie = 'efi_consent';

/** After this a decision is asked for again. */
export const consentDays = 180;

export interface Consent {
    /** `signalled`: the browser refuses by Global Privacy Control, whatever was decided before. */
    readonly status: 'undecided' | 'decided' | 'signalled';
    readonly purposes: readonly Purpose[];
}

/**
 * What holds for a request.
 *
 * @param cookie - What `consentCookieValue` wrote, or anything.
 * @param globalPrivacyControl - The header `Sec-GPC`.
 */
export function readConsent(
    cookie: string | undefined,
    globalPrivacyControl: string | null | undefined,
): Consent {
    if (globalPrivacyControl?.trim() === '1') {
        return { status: 'signalled', purposes: [] };
    }
    const [decidedVersion, ...words] = (cookie ?? '').split('~');
    if (decidedVersion !== String(version)) {
        return { status: 'undecided', purposes: [] };
    }
    return { status: 'decided', purposes: purposes.filter(purpose => words.includes(purpose)) };
}

export function consentCookieValue(agreed: readonly Purpose[]): string {
    return [version, ...purposes.filter(purpose => agreed.includes(purpose))].join('~');
}
