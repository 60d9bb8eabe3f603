import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, toast } from '@vendure/dashboard';
import { type FormEvent, useState } from 'react';
import { CodeField } from './code-field';
import { endMutation, proveMutation, renewMutation } from './second-factor.graphql';

type Act = 'prove' | 'renew' | 'end';

interface Props {
    readonly recoveryCodesLeft: number;
    readonly onNewCodes: (codes: readonly string[]) => Promise<void>;
    readonly onEnded: () => Promise<void>;
}

/** What can be done with a second factor that is on; all of it with a code. */
export function KeptFactor({ recoveryCodesLeft, onNewCodes, onEnded }: Props) {
    const { t } = useLingui();
    const [code, setCode] = useState('');
    const act = useMutation({
        mutationFn: async (what: Act) => {
            switch (what) {
                case 'prove':
                    await api.mutate(proveMutation, { code });
                    toast.success(t`Confirmed for the next minutes.`);
                    break;
                case 'renew':
                    await onNewCodes((await api.mutate(renewMutation, { code })).renewEfiRecoveryCodes.codes);
                    break;
                case 'end':
                    await api.mutate(endMutation, { code });
                    await onEnded();
                    break;
            }
            setCode('');
        },
    });
    const isIdle = !act.isPending && code.trim() !== '';
    const submit = (event: FormEvent) => {
        event.preventDefault();
        if (isIdle) {
            act.mutate('prove');
        }
    };
    return (
        <form noValidate onSubmit={submit} className="space-y-4">
            <p className="text-sm">
                <Trans>Your second factor is on.</Trans>{' '}
                <Plural
                    value={recoveryCodesLeft}
                    _0="No recovery code is left."
                    one="# recovery code is left."
                    other="# recovery codes are left."
                />
            </p>
            <p className="text-sm text-muted-foreground">
                <Trans>
                    Before acts such as making administrators, a code that you gave a short while ago is asked
                    for.
                </Trans>
            </p>
            <CodeField
                label={<Trans>A code from your app</Trans>}
                value={code}
                onChange={setCode}
                error={act.error}
            />
            <div className="flex flex-wrap gap-2">
                <Button type="submit" disabled={!isIdle}>
                    <Trans>Confirm that it is me</Trans>
                </Button>
                <Button
                    type="button"
                    variant="outline"
                    disabled={!isIdle}
                    onClick={() => act.mutate('renew')}
                >
                    <Trans>New recovery codes</Trans>
                </Button>
                <Button
                    type="button"
                    variant="destructive"
                    disabled={!isIdle}
                    onClick={() => act.mutate('end')}
                >
                    <Trans>Turn off</Trans>
                </Button>
            </div>
        </form>
    );
}
