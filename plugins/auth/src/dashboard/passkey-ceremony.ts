import { api } from '@vendure/dashboard';
import { beginMutation, beginSignInMutation, finishMutation, signInMutation } from './passkey.graphql';

/** A credential as JSON (WebAuthn level 3), as far as it is used. */
interface CredentialJson<Response> {
    readonly id: string;
    readonly response: Response;
}

interface AssertionJson {
    readonly clientDataJSON: string;
    readonly authenticatorData: string;
    readonly signature: string;
    readonly userHandle?: string;
}

interface AttestationJson {
    readonly clientDataJSON: string;
    readonly attestationObject: string;
    readonly transports?: readonly string[];
}

/** Whether this browser reads the options of WebAuthn as JSON: all do since March 2025. */
export function knowsPasskeys(): boolean {
    return (
        'PublicKeyCredential' in window &&
        typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function'
    );
}

/** Whether somebody closed the browser's question, or let it wait. */
export function isCancelled(error: unknown): boolean {
    return error instanceof DOMException && error.name === 'NotAllowedError';
}

/** @returns the code of the first error that the Admin API answered with. */
export function codeOf(error: unknown): string | undefined {
    const { extensions } = (error ?? {}) as { readonly extensions?: { readonly code?: string } };
    return extensions?.code;
}

/** Signs in with a passkey. @returns what the Admin API made of it. */
export async function signInByPasskey() {
    const begun = await api.mutate(beginSignInMutation, {});
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
        JSON.parse(begun.beginEfiPasskeySignIn) as PublicKeyCredentialRequestOptionsJSON,
    );
    const { id, response } = jsonOf<AssertionJson>(await navigator.credentials.get({ publicKey }));
    const { clientDataJSON, authenticatorData, signature, userHandle } = response;
    const answer = { id, clientDataJSON, authenticatorData, signature, userHandle };
    return (await api.mutate(signInMutation, { answer })).authenticate;
}

/** Makes a passkey for whoever is signed in. @param password - Where the Admin API has asked for it. */
export async function makePasskey(password: string): Promise<void> {
    const begun = await api.mutate(beginMutation, { password: password || null });
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
        JSON.parse(begun.beginEfiPasskeyRegistration) as PublicKeyCredentialCreationOptionsJSON,
    );
    const { id, response } = jsonOf<AttestationJson>(await navigator.credentials.create({ publicKey }));
    const { clientDataJSON, attestationObject, transports } = response;
    await api.mutate(finishMutation, { input: { id, clientDataJSON, attestationObject, transports } });
}

function jsonOf<Response>(credential: Credential | null): CredentialJson<Response> {
    if (!(credential instanceof PublicKeyCredential)) {
        throw new Error('The browser gave no passkey');
    }
    return credential.toJSON() as CredentialJson<Response>;
}
