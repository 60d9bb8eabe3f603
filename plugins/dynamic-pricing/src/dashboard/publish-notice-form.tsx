import { useMutation } from '@tanstack/react-query';
import { api, Button, Input } from '@vendure/dashboard';
import { type FormEvent, useState } from 'react';
import { publishMutation } from './notices.graphql';

/** One line: the text, when it ends, and a button. What the server refuses stays in the form, with the reason. */
export function PublishNoticeForm({ onPublished }: { onPublished: () => void }) {
    const [text, setText] = useState('');
    const [endsAt, setEndsAt] = useState('');
    const publish = useMutation({
        mutationFn: async () => {
            const input = { text, endsAt: endsAt ? new Date(endsAt).toISOString() : undefined };
            const { publishEfiDynamicPricingNotice: result } = await api.mutate(publishMutation, { input });
            if (result.__typename === 'EfiDynamicPricingNoticeInvalidError') {
                throw new Error(result.message);
            }
        },
        onSuccess: () => {
            setText('');
            setEndsAt('');
            onPublished();
        },
    });
    const submit = (event: FormEvent) => {
        event.preventDefault();
        publish.mutate();
    };
    return (
        <form className="flex items-center gap-2" onSubmit={submit}>
            {publish.error && (
                <p role="alert" className="text-sm text-destructive">
                    {publish.error.message}
                </p>
            )}
            <Input
                aria-label="Text"
                placeholder="Text"
                required
                value={text}
                onChange={event => setText(event.target.value)}
            />
            <Input
                aria-label="Ends"
                type="datetime-local"
                value={endsAt}
                onChange={event => setEndsAt(event.target.value)}
            />
            <Button type="submit" disabled={publish.isPending}>
                Publish
            </Button>
        </form>
    );
}
