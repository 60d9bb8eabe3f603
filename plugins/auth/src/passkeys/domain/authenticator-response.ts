import { z } from 'zod';

const base64url = (longest: number) =>
    z
        .string()
        .min(1)
        .max(longest)
        .regex(/^[\w-]+$/);

const registration = z.object({
    id: base64url(1_400),
    clientDataJSON: base64url(8_000),
    attestationObject: base64url(60_000),
    transports: z
        .array(z.string().regex(/^[a-z-]{1,20}$/))
        .max(10)
        .nullish(),
});

const assertion = z.object({
    id: base64url(1_400),
    clientDataJSON: base64url(8_000),
    authenticatorData: base64url(8_000),
    signature: base64url(8_000),
    userHandle: base64url(100).nullish(),
});

const clientData = z.object({ challenge: base64url(200) });

/** What a browser made of a new passkey: its id, and fields of `AuthenticatorAttestationResponseJSON` of WebAuthn. */
export type RegistrationResponse = z.output<typeof registration>;
/** What a passkey answers that signs in: its id, and the fields of `AuthenticatorAssertionResponseJSON` of WebAuthn. */
export type AssertionResponse = z.output<typeof assertion>;

/** An answer together with the challenge that it says it answers. */
export interface Answered<Response> {
    readonly response: Response;
    readonly challenge: string;
}

/** @returns nothing for what no browser sends. */
export function readRegistration(given: unknown): Answered<RegistrationResponse> | undefined {
    const read = registration.safeParse(given);
    return read.success ? withChallenge(read.data) : undefined;
}

/** @returns nothing for what no browser sends. */
export function readAssertion(given: unknown): Answered<AssertionResponse> | undefined {
    const read = assertion.safeParse(given);
    return read.success ? withChallenge(read.data) : undefined;
}

function withChallenge<Response extends { readonly clientDataJSON: string }>(
    response: Response,
): Answered<Response> | undefined {
    try {
        const text = Buffer.from(response.clientDataJSON, 'base64url').toString();
        const data = clientData.safeParse(JSON.parse(text));
        return data.success ? { response, challenge: data.data.challenge } : undefined;
    } catch {
        return undefined;
    }
}
