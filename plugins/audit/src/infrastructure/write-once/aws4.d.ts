/** What is used of `aws4`, which has no types of its own. */
declare module 'aws4' {
    /** Adds the headers of Signature Version 4 to `request.headers`. */
    export function sign(
        request: {
            readonly host: string;
            readonly path: string;
            readonly method: string;
            readonly service: string;
            readonly region: string;
            readonly headers: Record<string, string>;
            readonly body?: string | Buffer;
        },
        credentials: {
            readonly accessKeyId: string;
            readonly secretAccessKey: string;
            readonly sessionToken?: string;
        },
    ): { readonly headers: Record<string, string> };
}
