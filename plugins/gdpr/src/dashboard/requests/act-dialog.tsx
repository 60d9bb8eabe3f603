import { ConfirmDialog, ReasonDialog } from '@efi/plugin-kit/dashboard';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api } from '@vendure/dashboard';
import { orFail } from '../shared/or-fail';
import { useRefresh } from '../shared/use-admin-query';
import {
    type Act,
    cancelMutation,
    completeMutation,
    extendMutation,
    refuseMutation,
    type RequestDetail,
    retryMutation,
    verifyMutation,
} from './requests.graphql';

type Plain = Exclude<Act, 'EXTEND' | 'REFUSE'>;

const plain = {
    VERIFY: verifyMutation,
    COMPLETE: completeMutation,
    RETRY: retryMutation,
    CANCEL: cancelMutation,
} satisfies Record<Plain, unknown>;

const withReason = { EXTEND: extendMutation, REFUSE: refuseMutation };

const texts: Readonly<Record<Act, Readonly<Record<'title' | 'confirm' | 'what', MessageDescriptor>>>> = {
    VERIFY: {
        title: msg`Do you know who asks?`,
        confirm: msg`I know who asks`,
        what: msg`Make sure by something that only this person has. An access request then gives all their data to the owner of the account; an erasure can’t be undone.`,
    },
    COMPLETE: {
        title: msg`Is it done?`,
        confirm: msg`It is done`,
        what: msg`For what people do, such as a rectification. The customer sees that it is done. A restriction ends with it.`,
    },
    RETRY: {
        title: msg`Try again now?`,
        confirm: msg`Try again`,
        what: msg`What is not done yet is tried at once. What is done stays done.`,
    },
    CANCEL: {
        title: msg`Was it taken back?`,
        confirm: msg`It was taken back`,
        what: msg`Only the customer can take it back. If it can’t be done, refuse it and say why.`,
    },
    EXTEND: {
        title: msg`Extend the deadline`,
        confirm: msg`Extend by two months`,
        what: msg`Once, for a request that is hard to meet. The customer sees the reason.`,
    },
    REFUSE: {
        title: msg`Refuse the request`,
        confirm: msg`Refuse`,
        what: msg`It ends here. The customer sees the reason, and may complain to the authority.`,
    },
};

/** Tells what a step does, asks for what it needs, and takes it. */
export function ActDialog({
    request: { id },
    act,
    onClose,
}: {
    request: RequestDetail;
    act: Act;
    onClose: () => void;
}) {
    const { i18n } = useLingui();
    const refresh = useRefresh();
    const confirmed = useMutation<void, Error, void>({
        mutationFn: async () => {
            if (act in plain) {
                orFail((await api.mutate(plain[act as Plain], { id })).result);
                await refresh();
            }
        },
        onSuccess: onClose,
    });
    const { title, confirm, what } = texts[act];
    if (act !== 'EXTEND' && act !== 'REFUSE') {
        return (
            <ConfirmDialog
                title={i18n._(title)}
                confirmLabel={i18n._(confirm)}
                isDestructive={act === 'CANCEL'}
                action={confirmed}
                onClose={onClose}
            >
                <p>{i18n._(what)}</p>
            </ConfirmDialog>
        );
    }
    return (
        <ReasonDialog
            title={i18n._(title)}
            description={<p>{i18n._(what)}</p>}
            field={{
                label: <Trans>Reason</Trans>,
                hint: <Trans>The customer reads it as it stands here.</Trans>,
            }}
            confirmLabel={i18n._(confirm)}
            isDestructive={act === 'REFUSE'}
            onConfirm={async because => {
                orFail((await api.mutate(withReason[act], { id, because })).result);
                await refresh();
            }}
            onClose={onClose}
        />
    );
}
