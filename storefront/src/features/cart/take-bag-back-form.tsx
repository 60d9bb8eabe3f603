'use client';

import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { useAction } from '@/components/ui/use-action';
import { takeBagBack } from './bring-bag';

export function TakeBagBackForm({ button, pending }: { button: string; pending: string }) {
    const [result, submit] = useAction(takeBagBack);
    return (
        <form action={submit} className="grid justify-items-start gap-2">
            <FormError>{result && !result.ok && result.error.message}</FormError>
            <SubmitButton look="secondary" className="px-4" pending={pending}>
                {button}
            </SubmitButton>
        </form>
    );
}
