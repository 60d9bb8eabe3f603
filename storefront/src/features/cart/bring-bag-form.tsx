'use client';

import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { useAction } from '@/components/ui/use-action';
import { bringBag } from './bring-bag';

interface Props {
    readonly title: string;
    readonly text: string;
    readonly bring: string;
    readonly bringing: string;
}

export function BringBagForm({ title, text, bring, bringing }: Props) {
    const [result, submit] = useAction(bringBag);
    return (
        <form
            action={submit}
            className="mx-auto grid max-w-2xl justify-items-center gap-3 rounded-2xl bg-surface px-5 py-7 text-center md:px-8"
        >
            <h2 className="display text-2xl">{title}</h2>
            <p className="text-[0.95rem] text-muted">{text}</p>
            <FormError>{result && !result.ok && result.error.message}</FormError>
            <SubmitButton pending={bringing} className="mt-2">
                {bring}
            </SubmitButton>
        </form>
    );
}
