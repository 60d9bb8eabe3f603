import { notFound, redirect } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { failed, failedFor, type FormState } from '@/lib/action-result';
import { orLost, useActionForm } from './use-action';

const lost = (before: FormState): FormState => failedFor('unanswered', before?.ok ? 'Once more.' : 'Again.');

const answer = (action: (form: FormData) => Promise<FormState>, before?: FormState) =>
    orLost<FormState>((_state, form) => action(form), lost)(before, new FormData());

describe('an action', () => {
    it('answers with what it says', async () => {
        const refusal = failed('Sold out.', { quantity: 'Sold out.' });
        expect(await answer(() => Promise.resolve(refusal))).toBe(refusal);
    });

    it.each([new TypeError('Failed to fetch'), new Error('No answer within 15000 ms')])(
        'is answered for when it throws %s',
        async fault => {
            const gone = () => Promise.reject(fault);
            expect(await answer(gone)).toEqual(failedFor('unanswered', 'Again.'));
            expect(await answer(gone, { ok: true, data: undefined })).toEqual(
                failedFor('unanswered', 'Once more.'),
            );
        },
    );

    it('leads to another page all the same', async () => {
        await expect(answer(() => redirect('/en-us/account'))).rejects.toThrow('NEXT_REDIRECT');
        await expect(answer(() => notFound())).rejects.toThrow('404');
    });
});

/** As React knows an action of the server: it has an address. */
function serverAction() {
    const action = (): Promise<FormState> => Promise.resolve(undefined);
    return Object.assign(action, {
        $$FORM_ACTION: () => ({ name: '$ACTION_ID_1', method: 'POST', encType: 'multipart/form-data' }),
        $$IS_SIGNATURE_EQUAL: () => false,
        bind: () => serverAction(),
    });
}

function Form({ action }: { action: () => Promise<FormState> }): ReactNode {
    const { form } = useActionForm(action);
    return createElement('form', form);
}

describe('a form as the server renders it', () => {
    const render = (action: () => Promise<FormState>) =>
        renderToStaticMarkup(
            createElement(NextIntlClientProvider, {
                locale: 'en-us',
                messages: { fault: { unanswered: 'Again.' } },
                timeZone: 'UTC',
                children: createElement(Form, { action }),
            }),
        );

    it('is sent to its action without scripts', () => {
        expect(render(serverAction())).toContain('name="$ACTION_ID_1"');
    });

    it('goes nowhere without scripts when only they know its action', () => {
        expect(render(() => Promise.resolve(undefined))).not.toContain('$ACTION_ID');
    });
});
