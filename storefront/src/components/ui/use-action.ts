'use client';

import { unstable_rethrow } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useActionState, useEffect, useRef, type SyntheticEvent } from 'react';
import { failedFor, type FormState } from '@/lib/action-result';

type Action<State> = (state: State, form: FormData) => Promise<State>;

/**
 * React's `useActionState` for an action of which perhaps no answer comes: the network is gone, the server threw, it took
 * too long. Thrown while rendering, that would put the error page in the place of the form and of all that was typed.
 *
 * @param lost - The state when there was no answer. Given what is to be told and the state before.
 */
export function useActionOr<State>(
    action: Action<State>,
    initial: Awaited<State>,
    lost: (message: string, state: State) => State,
) {
    const t = useTranslations('fault');
    return useActionState<State, FormData>(
        // The server renders the action itself, by whose address a form is sent without scripts.
        typeof window === 'undefined' ? action : orLost(action, state => lost(t('unanswered'), state)),
        initial,
    );
}

/** Next.js' own signals, which lead to another page, are thrown on. */
export function orLost<State>(action: Action<State>, lost: (state: State) => State): Action<State> {
    return async (state, form) => {
        try {
            return await action(state, form);
        } catch (error) {
            unstable_rethrow(error);
            return lost(state);
        }
    };
}

/** As `useActionOr`, for an action that answers with a result. @param unanswered - Said in place of the usual words. */
export function useAction<Data = undefined>(action: Action<FormState<Data>>, unanswered?: string) {
    return useActionOr<FormState<Data>>(action, undefined, message =>
        failedFor('unanswered', unanswered ?? message),
    );
}

/**
 * As `useAction`, for a form that something is typed into. What was typed stays until the action has worked: React empties
 * a form after its action, whatever came of it. The first field with a fault gets the focus, which has the fault read out.
 */
export function useActionForm<Data = undefined>(action: Action<FormState<Data>>) {
    const [result, submit] = useAction(action);
    const ref = useRef<HTMLFormElement>(null);
    const error = result && !result.ok ? result.error : undefined;
    useEffect(() => {
        if (error?.fields) {
            ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
        }
    }, [error]);
    return {
        result,
        error,
        /** What is to be told of the form as a whole: nothing that a field says already. */
        message:
            error && !Object.values(error.fields ?? {}).includes(error.message) ? error.message : undefined,
        /** For the form's element. */
        form: {
            ref,
            action: submit,
            onReset: (event: SyntheticEvent) => error && event.preventDefault(),
        },
    };
}
