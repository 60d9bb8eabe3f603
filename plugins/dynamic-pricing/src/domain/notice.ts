/** A message to shoppers. */
export interface Notice {
    /** Not empty, without space around it. */
    readonly text: string;
    readonly startsAt: Date;
    /** Later than `startsAt`; `null` means until further notice. */
    readonly endsAt: Date | null;
}

/** Why a draft is no notice. */
export type NoticeProblem =
    | { readonly kind: 'text-is-empty' }
    | { readonly kind: 'text-is-too-long'; readonly maxLength: number }
    | { readonly kind: 'ends-before-it-starts' };

export type CheckedNotice =
    { readonly ok: true; readonly notice: Notice } | { readonly ok: false; readonly problem: NoticeProblem };

/**
 * Makes a notice of what somebody typed.
 *
 * @param maxLength - Longest text, in characters.
 */
export function checkNotice(draft: Notice, maxLength: number): CheckedNotice {
    const text = draft.text.trim();
    if (text === '') {
        return { ok: false, problem: { kind: 'text-is-empty' } };
    }
    if (text.length > maxLength) {
        return { ok: false, problem: { kind: 'text-is-too-long', maxLength } };
    }
    if (draft.endsAt && draft.endsAt <= draft.startsAt) {
        return { ok: false, problem: { kind: 'ends-before-it-starts' } };
    }
    return { ok: true, notice: { ...draft, text } };
}
