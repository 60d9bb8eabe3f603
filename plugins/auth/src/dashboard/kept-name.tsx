import { useFormContext } from '@vendure/dashboard';
import { useEffect } from 'react';

/** What was typed last. In memory only, and never the password. */
let typed = '';

/** Keeps the name while a sign-in is refused: the Dashboard makes its form anew each time that it has asked. */
export function KeptName() {
    const form = useFormContext<{ username: string }>();
    useEffect(() => {
        if (typed !== '' && form.getValues('username') === '') {
            form.setValue('username', typed);
        }
        return form.subscribe({
            formState: { values: true },
            callback: ({ values }) => {
                typed = values.username;
            },
        });
    }, [form]);
    return null;
}
