/**
 * Sends a mutation with one file, as a browser does (GraphQL multipart request).
 *
 * @param query - Takes the file in `$file: Upload!`.
 * @returns The answer's text.
 */
export async function upload(
    api: string,
    token: string | undefined,
    query: string,
    {
        name,
        type,
        content,
    }: { readonly name: string; readonly type: string; readonly content: string | Buffer },
): Promise<string> {
    const form = new FormData();
    form.set('operations', JSON.stringify({ query, variables: { file: null } }));
    form.set('map', JSON.stringify({ 0: ['variables.file'] }));
    form.set('0', new Blob([new Uint8Array(Buffer.from(content))], { type }), name);
    const response = await fetch(api, {
        method: 'POST',
        headers: {
            'apollo-require-preflight': '1',
            ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        body: form,
    });
    return response.text();
}
