import { FormDialog, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { api } from '@vendure/dashboard';
import { useState } from 'react';
import { type Problem, publishMutation, type Saved } from './content.graphql';
import { problems as problemWords } from './labels';
import { TextField } from './text-field';

/** Asks from when until when shoppers see it. */
export function PublishDialog({
    id,
    revision,
    onSettled,
    onClose,
}: {
    id: string;
    revision: number;
    /** What the server said, unless it was about the dates. */
    onSettled: (saved: Saved) => Promise<void>;
    onClose: () => void;
}) {
    const label = useLabel();
    const [startsAt, setStartsAt] = useState('');
    const [endsAt, setEndsAt] = useState('');
    const [problem, setProblem] = useState<Problem>();
    const problemOf = (field: string) =>
        problem?.field === field ? label(problemWords, problem.code) : undefined;
    const publish = async () => {
        const input = { id, revision, startsAt: momentOf(startsAt), endsAt: momentOf(endsAt) };
        const { result } = await api.mutate(publishMutation, { input });
        const ofDates =
            result.__typename === 'EfiContentInvalidError'
                ? result.problems.find(({ field }) => field === 'startsAt' || field === 'endsAt')
                : undefined;
        setProblem(ofDates);
        if (ofDates) {
            throw new Error(label(problemWords, ofDates.code));
        }
        await onSettled(result);
    };
    return (
        <FormDialog
            title={<Trans>Publish</Trans>}
            description={
                <Trans>
                    Shoppers see it as it is now. What ends goes before what does not: afterwards the page of
                    every day is back.
                </Trans>
            }
            confirmLabel={<Trans>Publish</Trans>}
            isComplete
            onConfirm={publish}
            onClose={onClose}
        >
            <TextField
                label={<Trans>From (or at once)</Trans>}
                type="datetime-local"
                value={startsAt}
                problem={problemOf('startsAt')}
                onChange={setStartsAt}
            />
            <TextField
                label={<Trans>Until (or for good)</Trans>}
                type="datetime-local"
                value={endsAt}
                problem={problemOf('endsAt')}
                onChange={setEndsAt}
            />
        </FormDialog>
    );
}

function momentOf(field: string): string | null {
    return field === '' ? null : new Date(field).toISOString();
}
