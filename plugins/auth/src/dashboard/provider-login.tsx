import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { api, Button } from '@vendure/dashboard';
import { providersQuery } from './provider.graphql';
import { arrival, arriveWith, canLeave, leaveFor } from './provider-way';

/** A button for each provider that staff can sign in with, and the way back from one. */
export function ProviderLogin() {
    const known = useQuery({
        queryKey: ['efi-sign-in-providers'],
        queryFn: () => api.query(providersQuery, {}),
        enabled: canLeave(),
        retry: false,
    });
    // A query and no effect, so that a page that is drawn twice takes the code once.
    const come = useQuery({
        queryKey: ['efi-sign-in-arrival'],
        queryFn: async () => {
            const failure = arrival && (await arriveWith(arrival));
            if (arrival && failure === undefined) {
                location.reload();
            }
            return failure ?? null;
        },
        enabled: arrival !== undefined,
        retry: false,
        staleTime: Infinity,
    });
    return (
        <div className="w-full space-y-2">
            {known.data?.efiSignInProviders.map(({ id, label, start }) => (
                <Button
                    key={id}
                    type="button"
                    variant="outline"
                    className="w-full"
                    disabled={come.isLoading}
                    onClick={() => void leaveFor(start)}
                >
                    <Trans>Continue with {label}</Trans>
                </Button>
            ))}
            {come.data && (
                <p role="alert" className="text-sm text-destructive">
                    <Failure reason={come.data} />
                </p>
            )}
        </div>
    );
}

function Failure({ reason }: { readonly reason: string }) {
    switch (reason) {
        case 'denied':
            return <Trans>The sign-in was cancelled, or not confirmed. Please try again.</Trans>;
        case 'email-not-verified':
            return <Trans>The provider does not vouch for your e-mail address.</Trans>;
        case 'no-account':
            return <Trans>There is no account for you here. Please ask an administrator.</Trans>;
        case 'no-role':
            return <Trans>None of your groups at the provider gives you a role here.</Trans>;
        case 'second-factor':
            return (
                <Trans>
                    Your account has a second factor, and the provider did not ask for one. Please sign in
                    with your password or a passkey.
                </Trans>
            );
        case 'unavailable':
            return <Trans>The provider can’t be reached just now. Please try again later.</Trans>;
        default:
            return <Trans>The sign-in did not work. Please try again.</Trans>;
    }
}
