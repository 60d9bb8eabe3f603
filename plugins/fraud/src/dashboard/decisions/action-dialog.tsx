import { ReasonDialog } from '@efi/plugin-kit/dashboard';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { api, toast } from '@vendure/dashboard';
import type { DecisionDetail } from '../shared/decision.types';
import { useRefresh } from '../shared/use-admin-query';
import { acceptMutation, askMutation, noteMutation, rejectMutation } from './actions.graphql';
import { AcceptingDoes, RejectingDoes } from './consequences';

export type Action = 'accept' | 'reject' | 'ask' | 'note';

const mutations = {
    accept: acceptMutation,
    reject: rejectMutation,
    ask: askMutation,
    note: noteMutation,
} as const;

const texts: Readonly<Record<Action, Readonly<Record<'title' | 'confirm' | 'done', MessageDescriptor>>>> = {
    accept: { title: msg`Accept the order`, confirm: msg`Accept`, done: msg`Your decision is kept.` },
    reject: { title: msg`Reject the order`, confirm: msg`Reject`, done: msg`The order is rejected.` },
    ask: { title: msg`Ask the customer`, confirm: msg`Ask`, done: msg`The customer was asked.` },
    note: { title: msg`Write a note`, confirm: msg`Write it down`, done: msg`The note is kept.` },
};

/** Tells what a step about a decision does, asks why, and takes it. */
export function ActionDialog({
    decision,
    action,
    onProblem,
    onClose,
}: {
    decision: DecisionDetail;
    action: Action;
    /** What could not be done with the money, though the decision stands. */
    onProblem?: (problem: string) => void;
    onClose: () => void;
}) {
    const { i18n } = useLingui();
    const refresh = useRefresh();
    const { title, confirm, done } = texts[action];
    const act = async (text: string) => {
        const { result } = await api.mutate(mutations[action], { id: decision.id, text });
        if (result.__typename === 'EfiFraudReviewRefusedError') {
            throw new Error(result.message);
        }
        if (result.problem === null) {
            toast.success(i18n._(done));
        } else {
            onProblem?.(result.problem);
        }
        await refresh();
    };
    return (
        <ReasonDialog
            title={i18n._(title)}
            description={<Consequence decision={decision} action={action} />}
            field={fields[action]}
            confirmLabel={i18n._(confirm)}
            isDestructive={action === 'reject'}
            onConfirm={act}
            onClose={onClose}
        />
    );
}

const fields = {
    accept: undefined,
    reject: undefined,
    ask: {
        label: <Trans>Question</Trans>,
        hint: <Trans>The customer sees it as it stands here.</Trans>,
    },
    note: {
        label: <Trans>Note</Trans>,
        hint: <Trans>Kept with your name. The customer does not see it.</Trans>,
    },
} as const;

function Consequence({ decision, action }: { decision: DecisionDetail; action: Action }) {
    switch (action) {
        case 'accept':
            return <AcceptingDoes decision={decision} />;
        case 'reject':
            return <RejectingDoes decision={decision} />;
        case 'ask':
            return (
                <p>
                    <Trans>
                        The question is written to the order’s history, where the customer sees it. The money
                        stays held, and the clock runs on.
                    </Trans>
                </p>
            );
        case 'note':
            return (
                <p>
                    <Trans>Nothing else changes.</Trans>
                </p>
            );
    }
}
