import { Trans } from '@lingui/react/macro';

/** The mark and the name above the sign-in form. */
export function LoginLogo() {
    return (
        <div className="flex items-center gap-3 text-primary">
            <svg viewBox="0 0 32 32" className="size-9" aria-hidden="true">
                <rect width="32" height="32" rx="8" fill="currentColor" />
                <path
                    d="M9 23c0-8 5-13.5 14-14 0 9-5 14-13 14m-1 3c.4-4.6 2.6-8.4 7.4-11.4"
                    fill="none"
                    className="stroke-primary-foreground"
                    strokeWidth="2.4"
                    strokeLinecap="round"
                    strokeLinejoin="round"
                />
            </svg>
            <span className="text-2xl font-semibold tracking-tight text-foreground">EFI Commerce</span>
        </div>
    );
}

export function LoginGreeting() {
    return (
        <div className="flex flex-col gap-2 text-center">
            <h1 className="text-2xl font-semibold tracking-tight">
                <Trans>Good to see you</Trans>
            </h1>
            <p className="text-sm text-muted-foreground">
                <Trans>Sign in to run your shop</Trans>
            </p>
        </div>
    );
}
