import { api } from '@vendure/dashboard';
import { codeOf } from './passkey-ceremony';
import { keepChannelOf } from './kept-channel';
import { signInByCodeMutation } from './provider.graphql';

/** What this tab keeps while it is at a provider; nothing else can take the code that it comes back with. */
const KEPT = 'efi-sign-in-verifier';

/** How a browser has come back from a provider. */
export type Arrival = { readonly code: string } | { readonly failure: string };

/** Read before the Dashboard's router tidies the address up, and taken out of it at once. */
export const arrival = takeArrival();

function takeArrival(): Arrival | undefined {
    const address = new URL(location.href);
    const code = address.searchParams.get('signInCode');
    const failure = address.searchParams.get('signInFailed');
    if (code === null && failure === null) {
        return undefined;
    }
    address.searchParams.delete('signInCode');
    address.searchParams.delete('signInFailed');
    history.replaceState(history.state, '', address);
    return failure === null ? { code: code ?? '' } : { failure };
}

/** Whether this page can make a challenge: browsers let only pages of HTTPS, and of the own machine. */
export function canLeave(): boolean {
    return window.isSecureContext;
}

/** Sends the browser to a provider. @param start - Its address for that. */
export async function leaveFor(start: string): Promise<void> {
    const verifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
    sessionStorage.setItem(KEPT, verifier);
    const address = new URL(start);
    address.searchParams.set('returnTo', `${location.origin}${location.pathname}`);
    address.searchParams.set('challenge', base64url(new Uint8Array(digest)));
    location.assign(address);
}

/**
 * Ends a sign-in that this tab has begun.
 *
 * @returns why it failed, as a provider's refusals are called; nothing when somebody is signed in.
 */
export async function arriveWith(come: Arrival): Promise<string | undefined> {
    const verifier = sessionStorage.getItem(KEPT);
    sessionStorage.removeItem(KEPT);
    if ('failure' in come) {
        return come.failure;
    }
    if (verifier === null) {
        return 'failed';
    }
    try {
        const { authenticate } = await api.mutate(signInByCodeMutation, {
            given: { code: come.code, verifier },
        });
        if (authenticate.__typename !== 'CurrentUser') {
            return 'failed';
        }
        keepChannelOf(authenticate.channels);
        return undefined;
    } catch (error) {
        return codeOf(error)?.startsWith('SECOND_FACTOR') ? 'second-factor' : 'failed';
    }
}

function base64url(bytes: Uint8Array): string {
    return btoa(String.fromCharCode(...bytes))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', '');
}
