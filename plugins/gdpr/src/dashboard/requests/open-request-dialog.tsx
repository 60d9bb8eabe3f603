import { Choice, FormDialog } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { api, Input, Label } from '@vendure/dashboard';
import { useId, useState } from 'react';
import { orFail } from '../shared/or-fail';
import { kinds } from '../shared/labels';
import { useRefresh } from '../shared/use-admin-query';
import { openMutation } from './requests.graphql';

/** For somebody who wrote or called. It waits until somebody has seen who asks. */
export function OpenRequestDialog({ onClose }: { onClose: () => void }) {
    const id = useId();
    const navigate = useNavigate();
    const refresh = useRefresh();
    const [kind, setKind] = useState('ACCESS');
    const [emailAddress, setEmailAddress] = useState('');
    const open = async () => {
        const opened = orFail((await api.mutate(openMutation, { input: { kind, emailAddress } })).result);
        await refresh();
        await navigate({ to: `/privacy-requests/${opened.id}` });
    };
    return (
        <FormDialog
            title={<Trans>New request by letter or call</Trans>}
            description={
                <Trans>
                    The deadline runs from now. Nothing is given out or erased before somebody has verified
                    who asks.
                </Trans>
            }
            confirmLabel={<Trans>Open the request</Trans>}
            isComplete={emailAddress.trim() !== ''}
            onConfirm={open}
            onClose={onClose}
        >
            <Choice label={<Trans>What is asked for</Trans>} labels={kinds} value={kind} onChange={setKind} />
            <div className="space-y-2">
                <Label htmlFor={id}>
                    <Trans>E-mail address of the customer</Trans>
                </Label>
                <Input
                    id={id}
                    type="email"
                    autoFocus
                    required
                    value={emailAddress}
                    onChange={event => setEmailAddress(event.target.value)}
                />
            </div>
        </FormDialog>
    );
}
