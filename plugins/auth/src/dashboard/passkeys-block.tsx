import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, Button, Skeleton, toast } from '@vendure/dashboard';
import { useState } from 'react';
import { CodeField } from './code-field';
import { codeOf, isCancelled, knowsPasskeys, makePasskey } from './passkey-ceremony';
import { PasskeyRow } from './passkey-row';
import { passkeysQuery } from './passkey.graphql';

const KEY = ['efi-passkeys'];

/** The passkeys of whoever is signed in. */
export function Passkeys() {
    const client = useQueryClient();
    const list = useQuery({ queryKey: KEY, queryFn: () => api.query(passkeysQuery, {}) });
    const refresh = () => client.invalidateQueries({ queryKey: KEY });
    if (list.isPending) {
        return <Skeleton className="h-24 w-full" />;
    }
    if (list.isError) {
        return (
            <p role="alert" className="text-sm text-destructive">
                <Trans>Your passkeys could not be loaded.</Trans>
            </p>
        );
    }
    const { efiPasskeys, efiPasskeysAreOn } = list.data;
    return (
        <div className="space-y-4">
            {efiPasskeys.length > 0 ? (
                <ul className="divide-y" data-testid="passkeys">
                    {efiPasskeys.map(passkey => (
                        <PasskeyRow key={passkey.id} passkey={passkey} onChanged={refresh} />
                    ))}
                </ul>
            ) : (
                <p className="text-sm">
                    <Trans>You have no passkey yet.</Trans>
                </p>
            )}
            {efiPasskeysAreOn && knowsPasskeys() ? (
                <AddPasskey onAdded={refresh} />
            ) : (
                <p className="text-sm text-muted-foreground">
                    <Trans>Passkeys can not be made here: they need a current browser and HTTPS.</Trans>
                </p>
            )}
        </div>
    );
}

function AddPasskey({ onAdded }: { onAdded: () => Promise<void> }) {
    const { t } = useLingui();
    const [password, setPassword] = useState('');
    const add = useMutation({
        mutationFn: async () => {
            await makePasskey(password);
            setPassword('');
            toast.success(t`Passkey added.`);
            await onAdded();
        },
    });
    const needsPassword = ['PASSKEY_STALE', 'PASSKEY_PASSWORD'].includes(codeOf(add.error) ?? '');
    return (
        <form
            noValidate
            className="space-y-4"
            onSubmit={event => {
                event.preventDefault();
                add.mutate();
            }}
        >
            {(needsPassword || password !== '') && (
                <CodeField
                    label={<Trans>Your password</Trans>}
                    type="password"
                    value={password}
                    onChange={setPassword}
                    error={needsPassword ? add.error : null}
                />
            )}
            {add.error && !needsPassword && (
                <p role="alert" className="text-sm text-destructive">
                    {isCancelled(add.error) ? (
                        <Trans>No passkey was made. Please try again.</Trans>
                    ) : (
                        add.error.message
                    )}
                </p>
            )}
            <Button type="submit" disabled={add.isPending}>
                <Trans>Add a passkey</Trans>
            </Button>
        </form>
    );
}
