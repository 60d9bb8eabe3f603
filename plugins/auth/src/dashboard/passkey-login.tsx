import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, Button } from '@vendure/dashboard';
import { keepChannelOf } from './kept-channel';
import { isCancelled, knowsPasskeys, signInByPasskey } from './passkey-ceremony';
import { passkeysAreOnQuery } from './passkey.graphql';

/** Signs in with a passkey in the place of name, password and code; nothing where that can't be. */
export function PasskeyLogin() {
    const { t } = useLingui();
    const areOn = useQuery({
        queryKey: ['efi-passkeys-are-on'],
        queryFn: () => api.query(passkeysAreOnQuery, {}),
        enabled: knowsPasskeys(),
        retry: false,
    });
    const signIn = useMutation({
        mutationFn: async () => {
            const { __typename, channels, authenticationError } = await signInByPasskey();
            if (__typename !== 'CurrentUser') {
                throw new Error(
                    authenticationError === 'TOO_MANY_ATTEMPTS'
                        ? t`Too many attempts. Please try again later.`
                        : t`The passkey was not accepted. Please try again.`,
                );
            }
            keepChannelOf(channels);
            location.reload();
        },
    });
    if (!areOn.data?.efiPasskeysAreOn) {
        return null;
    }
    return (
        <div className="w-full space-y-2">
            <Button
                type="button"
                variant="outline"
                className="w-full"
                disabled={signIn.isPending}
                onClick={() => signIn.mutate()}
            >
                <Trans>Use a passkey</Trans>
            </Button>
            {signIn.error && (
                <p role="alert" className="text-sm text-destructive">
                    {isCancelled(signIn.error) ? (
                        <Trans>No passkey was used. Please try again, or sign in with your password.</Trans>
                    ) : (
                        signIn.error.message
                    )}
                </p>
            )}
        </div>
    );
}
