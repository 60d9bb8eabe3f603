import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button } from '@vendure/dashboard';
import { type FormEvent, type ReactNode, useState } from 'react';
import { CodeField } from './code-field';
import { beginMutation, confirmMutation, type SetUp } from './second-factor.graphql';

/** Sets up an authenticator app: the password, then what the app is told and a code that shows that it works. */
export function SetUpFactor({ onConfirmed }: { onConfirmed: (codes: readonly string[]) => Promise<void> }) {
    const [setUp, setSetUp] = useState<SetUp>();
    return setUp ? (
        <Confirm setUp={setUp} onConfirmed={onConfirmed} />
    ) : (
        <Begin onBegun={made => setSetUp(made)} />
    );
}

function Begin({ onBegun }: { onBegun: (setUp: SetUp) => void }) {
    const [password, setPassword] = useState('');
    const begin = useMutation({
        mutationFn: async () => onBegun((await api.mutate(beginMutation, { password })).beginEfiSecondFactor),
    });
    return (
        <Steps onSubmit={() => begin.mutate()}>
            <CodeField
                label={<Trans>Your password</Trans>}
                type="password"
                value={password}
                onChange={setPassword}
                error={begin.error}
            />
            <Button type="submit" disabled={begin.isPending || password === ''}>
                <Trans>Set up a second factor</Trans>
            </Button>
        </Steps>
    );
}

function Confirm({
    setUp: { secret, qrCode },
    onConfirmed,
}: {
    setUp: SetUp;
    onConfirmed: (codes: readonly string[]) => Promise<void>;
}) {
    const { t } = useLingui();
    const [code, setCode] = useState('');
    const confirm = useMutation({
        mutationFn: async () =>
            onConfirmed((await api.mutate(confirmMutation, { code })).confirmEfiSecondFactor.codes),
    });
    return (
        <Steps onSubmit={() => confirm.mutate()}>
            <p className="text-sm">
                <Trans>Scan this with your authenticator app, or type in the key below it.</Trans>
            </p>
            <img
                className="size-52 rounded-md bg-white"
                alt={t`QR code for your authenticator app`}
                src={`data:image/svg+xml;utf8,${encodeURIComponent(qrCode)}`}
            />
            <p className="font-mono text-sm break-all select-all" data-testid="second-factor-secret">
                {secret}
            </p>
            <CodeField
                label={<Trans>The code that the app shows</Trans>}
                value={code}
                onChange={setCode}
                error={confirm.error}
            />
            <Button type="submit" disabled={confirm.isPending || code.trim() === ''}>
                <Trans>Turn on</Trans>
            </Button>
        </Steps>
    );
}

function Steps({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) {
    const submit = (event: FormEvent) => {
        event.preventDefault();
        onSubmit();
    };
    return (
        <form noValidate onSubmit={submit} className="space-y-4">
            {children}
        </form>
    );
}
