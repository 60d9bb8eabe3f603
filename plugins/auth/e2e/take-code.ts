/**
 * Ends a sign-in with a provider as a page does.
 *
 * @param api - Its address.
 * @returns what the API answered, and the token of the session if there is one.
 */
export async function takeCode(
    api: string,
    given: { readonly code: string; readonly verifier: string },
): Promise<{ identifier?: string; errorCode?: string; token: string | null }> {
    const response = await fetch(api, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
            query: `mutation ($given: EfiSignInCodeInput!) { authenticate(input: { efiSignInCode: $given }) {
                ... on CurrentUser { identifier } ... on ErrorResult { errorCode } } }`,
            variables: { given },
        }),
    });
    const { data } = (await response.json()) as { data: { authenticate: object } };
    return { ...data.authenticate, token: response.headers.get('vendure-auth-token') };
}
