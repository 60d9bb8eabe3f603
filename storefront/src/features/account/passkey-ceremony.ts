import type { ActionResult } from '@/lib/action-result';
import { beginPasskey, beginPasskeySignIn, finishPasskey, finishPasskeySignIn } from './passkey-actions';

/** What browsers themselves refuse, by the names of the texts for it. */
type BrowserRefusal = 'passkeyCancelled' | 'passkeyKnown' | 'passkeyFailed';

/** What came of it: the server's result, or why the browser did not go through with it. */
export type CeremonyResult = ActionResult | { readonly ok: false; readonly refusal: BrowserRefusal };

/** Loaded with the first click: most shoppers never need it. */
const loadBrowserPart = () => import('@simplewebauthn/browser');

/** @param to - Where to go on to after signing in. */
export async function signInByPasskey(to: string | undefined): Promise<CeremonyResult> {
    const [begun, { startAuthentication }] = await Promise.all([beginPasskeySignIn(), loadBrowserPart()]);
    if (!begun.ok) {
        return begun;
    }
    const optionsJSON = JSON.parse(begun.data) as Parameters<typeof startAuthentication>[0]['optionsJSON'];
    const answer = await asked(() => startAuthentication({ optionsJSON }));
    if ('refusal' in answer) {
        return answer;
    }
    const { id, response } = answer.given;
    const { clientDataJSON, authenticatorData, signature, userHandle } = response;
    return finishPasskeySignIn({ id, clientDataJSON, authenticatorData, signature, userHandle }, to);
}

/** @param password - Where the server has asked for it. */
export async function makePasskey(password: string | undefined): Promise<CeremonyResult> {
    const [begun, { startRegistration }] = await Promise.all([beginPasskey(password), loadBrowserPart()]);
    if (!begun.ok) {
        return begun;
    }
    const optionsJSON = JSON.parse(begun.data) as Parameters<typeof startRegistration>[0]['optionsJSON'];
    const made = await asked(() => startRegistration({ optionsJSON }));
    if ('refusal' in made) {
        return made;
    }
    const { id, response } = made.given;
    const { clientDataJSON, attestationObject, transports } = response;
    return finishPasskey({ id, clientDataJSON, attestationObject, transports });
}

async function asked<Given>(
    ask: () => Promise<Given>,
): Promise<{ readonly given: Given } | { readonly ok: false; readonly refusal: BrowserRefusal }> {
    try {
        return { given: await ask() };
    } catch (error) {
        return { ok: false, refusal: refusalOf(error instanceof Error ? error.name : '') };
    }
}

function refusalOf(name: string): BrowserRefusal {
    switch (name) {
        case 'NotAllowedError':
        case 'AbortError':
            return 'passkeyCancelled';
        case 'InvalidStateError':
            return 'passkeyKnown';
        default:
            return 'passkeyFailed';
    }
}
