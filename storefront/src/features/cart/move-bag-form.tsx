'use client';

import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { useAction } from '@/components/ui/use-action';
import type { ActionResult } from '@/lib/action-result';

interface Props {
    /** A Server Action that leads to the cart when it has moved. */
    readonly move: () => Promise<ActionResult>;
    readonly button: string;
    readonly pending: string;
    readonly look?: 'secondary';
}

export function MoveBagForm({ move, button, pending, look }: Props) {
    const [result, submit] = useAction(move);
    return (
        <form action={submit} className="grid justify-items-[inherit] gap-2">
            <FormError>{result && !result.ok && result.error.message}</FormError>
            <SubmitButton look={look} pending={pending}>
                {button}
            </SubmitButton>
        </form>
    );
}
