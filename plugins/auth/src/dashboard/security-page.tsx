import { Trans } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, Page, PageBlock, PageLayout, PageTitle, Skeleton } from '@vendure/dashboard';
import { useState } from 'react';
import { KeptFactor } from './kept-factor';
import { Passkeys } from './passkeys-block';
import { RecoveryCodes } from './recovery-codes';
import { stateQuery } from './second-factor.graphql';
import { OwnSessions } from './sessions/own-sessions';
import { SetUpFactor } from './set-up-factor';

const KEY = ['efi-second-factor'];

/** The second factor and the passkeys of whoever is signed in. */
export function SecurityPage() {
    return (
        <Page pageId="efi-security">
            <PageTitle>
                <Trans>Security</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock
                    column="main"
                    blockId="second-factor"
                    title={<Trans>Second factor</Trans>}
                    description={
                        <Trans>
                            A code from an app on your phone, asked for at sign-in next to your password.
                        </Trans>
                    }
                >
                    <SecondFactor />
                </PageBlock>
                <PageBlock
                    column="main"
                    blockId="passkeys"
                    title={<Trans>Passkeys</Trans>}
                    description={
                        <Trans>
                            Sign in with your finger, your face or your screen lock: without a password, and
                            without a code.
                        </Trans>
                    }
                >
                    <Passkeys />
                </PageBlock>
                <PageBlock
                    column="main"
                    blockId="sessions"
                    title={<Trans>Where you are signed in</Trans>}
                    description={
                        <Trans>What you do not know is not you: sign it out, and change your password.</Trans>
                    }
                >
                    <OwnSessions />
                </PageBlock>
            </PageLayout>
        </Page>
    );
}

function SecondFactor() {
    const client = useQueryClient();
    const state = useQuery({ queryKey: KEY, queryFn: () => api.query(stateQuery, {}) });
    const [codes, setCodes] = useState<readonly string[]>();
    const refresh = () => client.invalidateQueries({ queryKey: KEY });
    const show = async (made: readonly string[]) => {
        setCodes(made);
        await refresh();
    };
    if (codes) {
        return <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />;
    }
    if (state.isPending) {
        return <Skeleton className="h-24 w-full" />;
    }
    if (state.isError) {
        return (
            <p role="alert" className="text-sm text-destructive">
                <Trans>Your second factor could not be loaded.</Trans>
            </p>
        );
    }
    const { isOn, recoveryCodesLeft } = state.data.efiSecondFactor;
    return isOn ? (
        <KeptFactor recoveryCodesLeft={recoveryCodesLeft} onNewCodes={show} onEnded={refresh} />
    ) : (
        <SetUpFactor onConfirmed={show} />
    );
}
