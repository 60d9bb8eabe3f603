/** What a shopper may agree to; what the shop needs to work asks for no consent. The server says what it asks for. */
export const purposes = ['preferences', 'analytics', 'marketing', 'personalisation', 'profiling'] as const;
export type Purpose = (typeof purposes)[number];

/** Of the cookie that keeps the decision. Scripts may not read it: pages are made with it. */
export const consentCookie = 'efi_consent';

/** After this a decision is asked for again. */
export const consentDays = 180;

export interface Consent {
    /** `signalled`: the browser refuses by Global Privacy Control, whatever was decided before. */
    readonly status: 'undecided' | 'decided' | 'signalled';
    readonly purposes: readonly Purpose[];
    /** Of the texts that were decided about. */
    readonly textVersion: number;
}

/** What somebody was asked, and what they agreed to of it. */
export interface Answer {
    readonly textVersion: number;
    readonly purposes: readonly Purpose[];
}

/**
 * What holds for a request.
 *
 * @param cookie - What `writeAnswer` wrote, or anything.
 * @param globalPrivacyControl - The header `Sec-GPC`.
 */
export function readConsent(
    cookie: string | undefined,
    globalPrivacyControl: string | null | undefined,
): Consent {
    if (globalPrivacyControl?.trim() === '1') {
        return { status: 'signalled', purposes: [], textVersion: 0 };
    }
    const answer = readAnswer(cookie);
    return answer ? { status: 'decided', ...answer } : { status: 'undecided', purposes: [], textVersion: 0 };
}

/** Whether to ask: who has not decided, and who decided about other texts. Until they answer, their decision holds. */
export function isToBeAsked({ status, textVersion }: Consent, newestVersion: number): boolean {
    return status === 'undecided' || (status === 'decided' && textVersion < newestVersion);
}

/** @returns nothing for what `writeAnswer` did not write. */
export function readAnswer(text: string | undefined): Answer | undefined {
    const [version = '', ...words] = (text ?? '').split('~');
    return /^\d{1,9}$/.test(version)
        ? { textVersion: Number(version), purposes: purposes.filter(purpose => words.includes(purpose)) }
        : undefined;
}

export function writeAnswer({ textVersion, purposes: agreed }: Answer): string {
    return [textVersion, ...purposes.filter(purpose => agreed.includes(purpose))].join('~');
}
