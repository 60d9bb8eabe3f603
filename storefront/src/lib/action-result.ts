/** What went wrong with a shopper's request, in their language. */
export interface ActionError {
    /** About the request as a whole. */
    readonly message: string;
    /** By the name of the form field. */
    readonly fields?: Readonly<Record<string, string>>;
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
