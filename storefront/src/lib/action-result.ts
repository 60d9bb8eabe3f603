/** What went wrong with a shopper's request, in their language. */
export interface ActionError {
    /** About the request as a whole. */
    readonly message: string;
    /** By the name of the form field. */
    readonly fields?: Readonly<Record<string, string>>;
    /**
     * Where more follows from it than that it is said: `unanswered` when nobody knows what became of the request,
     * `payment-under-way` when the same may be asked again once that has ended.
     */
    readonly reason?: 'unanswered' | 'payment-under-way';
}

/** What every Server Action answers. Expected failures are values; only bugs and broken parts throw. */
export type ActionResult<Data = undefined> =
    { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly error: ActionError };

/** The state of a form before it was sent, or what the action answered. */
export type FormState<Data = undefined> = ActionResult<Data> | undefined;

export const done: ActionResult = { ok: true, data: undefined };

export function failed(message: string, fields?: ActionError['fields']): ActionResult<never> {
    return { ok: false, error: { message, fields } };
}

/** As `failed`, with what follows from it. */
export function failedFor(reason: ActionError['reason'], message: string): ActionResult<never> {
    return { ok: false, error: { message, reason } };
}
